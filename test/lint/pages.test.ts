import { describe, it } from 'vitest';
import { rules } from '../../compiler/lint/rules/index.ts';
import { rulePage, rulesPage } from '../../docs/generate-rules.ts';
import { settingsPage, settingsSchema } from '../../docs/generate-settings.ts';
import { expectJson, expectPage } from '../policies/pages.ts';

describe('the pages of the rules', () => {
  it.each(rules)(
    'docs/rules/$name.md shows the rule, a case where it fires and one where it is silent',
    async (rule) => {
      expectPage(`docs/rules/${rule.name}.md`, await rulePage(rule));
    },
  );

  it('are listed', () => {
    expectPage('docs/rules/README.md', rulesPage());
  });
});

describe('what can be set in cuoshi.json', () => {
  it('is listed, and described for editors', () => {
    expectPage('docs/settings.md', settingsPage());
    expectJson('docs/cuoshi.schema.json', settingsSchema());
  });
});
