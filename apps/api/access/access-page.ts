import { knownRoles } from '../../../libs/domain/index.js';
import { type Action, actions, ruleOf } from './access-table.js';

const block = /(<!-- the access table[^>]*-->\n)[\s\S]*?(<!-- end of the access table -->)/;

/** The page with the table as the code has it, between its two marks. */
export function withAccessTable(page: string): string {
  return page.replace(block, (_, begin: string, end: string) => `${begin}\n${lines().join('\n')}\n\n${end}`);
}

function lines(): string[] {
  return [
    `| act | ${knownRoles.join(' | ')} | within limits |`,
    `|---|${knownRoles.map(() => ':-:|').join('')}---|`,
    ...actions.map((action) => {
      const { roles } = ruleOf(action);
      return `| \`${action}\` | ${knownRoles.map((role) => (roles.includes(role) ? '✓' : ' ')).join(' | ')} | ${within(action)} |`;
    }),
  ];
}

function within(action: Action): string {
  const { house, moment } = ruleOf(action);
  const scope = house ? 'no scope' : 'in scope';
  switch (moment) {
    case undefined:
      return `${scope}, present`;
    case 'asked':
      return `${scope}, the moment asked about`;
    case 'none':
      return scope;
    default:
      return moment satisfies never;
  }
}
