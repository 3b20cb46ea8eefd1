import type { FactSchema, ListSchema } from '../../../stdlib/runtime/types.ts';
import type { PolicyIr } from '../../ir/ir.ts';
import { schemaOf } from '../../ir/metadata.ts';
import { commentText, stringLiteral } from './literals.ts';

const reserved = ['applicant', 'party', 'asOf', 'decisions', 'ledger'];

/** The interface of a policy's facts: by their declared names, each with its label and its unit. */
export function printFactsInterface(policy: PolicyIr): string {
  const { facts, lists, parties } = schemaOf(policy);
  const kinds = parties.map(({ name }) => stringLiteral(name)).join(' | ');
  const members = [
    member('Its name or number.', 'applicant', 'string'),
    member(
      'The kinds of party it is; absent: inferred from the facts given.',
      'party',
      `readonly (${kinds || 'string'})[]`,
    ),
    member('In whole days since 1970-01-01.', 'asOf', 'number'),
    member('By measure/benefit or measure/benefit/item: fen, or passed or not.', 'decisions', 'Decisions'),
    ...facts.filter(({ name }) => !reserved.includes(name)).map((fact) => factMember(fact, '  ')),
    ...lists.filter(({ name }) => !reserved.includes(name)).map(listMember),
  ];
  return [
    '/** Checked facts of one applicant. What is absent is unknown; an empty list is none. Made by `parseFacts`. */',
    'interface PolicyFacts {',
    members.join(''),
    '}',
  ]
    .join('\n')
    .replace('\n\n', '\n');
}

function member(comment: string, name: string, type: string): string {
  return `  /** ${comment} */\n  readonly ${name}?: ${type} | undefined;\n`;
}

function factMember(fact: FactSchema, indent: string): string {
  const comment = commentText([fact.label, sayUnit(fact)].filter((part) => part !== undefined).join('; '));
  const above = comment === '' ? '' : `${indent}/** ${comment} */\n`;
  return `${above}${indent}readonly ${stringLiteral(fact.name)}?: ByYear<${valueTypeOf(fact)}> | undefined;\n`;
}

function listMember({ name, fields }: ListSchema): string {
  const items = fields.map((field) => factMember(field, '    ')).join('');
  return `  readonly ${stringLiteral(name)}?: readonly {\n${items}  }[] | undefined;\n`;
}

function sayUnit({ type, unit }: FactSchema): string | undefined {
  switch (type) {
    case 'money':
      return 'in fen';
    case 'rate':
      return 'in billionths: 10% is 100000000';
    case 'quantity':
      return `in millionths of ${unit ?? 'its unit'}`;
    case 'date':
      return 'in whole days since 1970-01-01';
    case 'duration':
      return 'in months';
    case 'count':
    case 'bool':
    case 'enum':
    case 'key':
      return undefined;
    default:
      return type satisfies never;
  }
}

function valueTypeOf({ type, members = [] }: FactSchema): string {
  switch (type) {
    case 'money':
    case 'rate':
    case 'quantity':
    case 'date':
    case 'duration':
    case 'count':
      return 'number';
    case 'bool':
      return 'boolean';
    case 'enum':
      return members.map(stringLiteral).join(' | ') || 'never';
    case 'key':
      return 'string';
    default:
      return type satisfies never;
  }
}
