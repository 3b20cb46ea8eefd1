import { define } from '../define.ts';

/** CS3100 to CS3109: the file of settings, cuoshi.json. */
export const settings = {
  notJson: define('CS3100', {
    severity: 'error',
    zh: '设置文件不是合格的 JSON，读到这里读不下去，写了的设置都不起作用',
    en: 'the settings are not JSON: reading stops here, and nothing that is set takes effect',
    hint: {
      zh: '常见的是少了或多了逗号、引号没有成对、用了全角引号、写了注释',
      en: 'usually a comma too many or too few, an unpaired or full-width quote, or a comment',
    },
  }),
  shape: define('CS3101', {
    severity: 'error',
    zh: '这里应是{expected}',
    en: '{expected} was expected here',
    hint: {
      zh: '写成 { "lint": { "vague-words": "hint" } }',
      en: 'write { "lint": { "vague-words": "hint" } }',
    },
  }),
  unknownMember: define('CS3102', {
    severity: 'error',
    zh: '没有叫“{name}”的设置，写在它里面的都不起作用',
    en: 'there is no setting "{name}", so nothing in it takes effect',
    hint: { zh: '{advice}', en: '{advice}' },
  }),
  unknownRule: define('CS3103', {
    severity: 'error',
    zh: '没有叫“{name}”的检查，这里什么也没有设',
    en: 'there is no check called "{name}", so nothing is set here',
    hint: { zh: '{advice}', en: '{advice}' },
  }),
  level: define('CS3104', {
    severity: 'error',
    zh: '“{level}”不是严重程度，“{name}”照旧报告',
    en: '"{level}" is no severity; what {name} finds is told as before',
    hint: { zh: '{advice}', en: '{advice}' },
  }),
  fixed: define('CS3105', {
    severity: 'error',
    zh: '“{name}”查出来的一直是错误，不能调：有错的政策算不出数，或者两个人会算出两个数',
    en: 'what {name} finds is always an error and cannot be set: the policy computes nothing, or two readers compute two amounts',
    hint: { zh: '删去这一行，照它的建议改政策', en: 'remove the line, and change the policy as its hint says' },
  }),
  twice: define('CS3106', {
    severity: 'error',
    zh: '“{name}”前面已经设过，两处不知听哪一处',
    en: '"{name}" is set before this already, and which of the two holds cannot be told',
    hint: { zh: '留一处，删去另一处', en: 'keep one and remove the other' },
  }),
} as const;
