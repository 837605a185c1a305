/** What differs between two packs, rule by rule and member by member. */
import { allRules, type Rule, type RulePack } from '../../../libs/rulebook/index.js';

export interface MemberChange {
  /** Path inside the rule, such as `readings[0].count.length`; left out on one side means absent there. */
  member: string;
  from?: unknown;
  to?: unknown;
}

export interface RuleChange {
  id: string;
  section: string;
  members: MemberChange[];
}

export interface PackChanges {
  added: { id: string; section: string }[];
  removed: { id: string; section: string }[];
  changed: RuleChange[];
}

export function changesBetween(before: RulePack, after: RulePack): PackChanges {
  const [old, current] = [rulesByKey(before), rulesByKey(after)];
  const only = (rules: Map<string, Placed>, others: Map<string, Placed>) =>
    [...rules].filter(([key]) => !others.has(key)).map(([, { rule, section }]) => ({ id: rule.id, section }));
  return {
    added: only(current, old),
    removed: only(old, current),
    changed: [...old].flatMap(([key, { rule, section }]) => {
      const members = differences('', rule, current.get(key)?.rule ?? rule);
      return members.length > 0 ? [{ id: rule.id, section, members }] : [];
    }),
  };
}

type Placed = { section: string; rule: Rule };

/** Rules of one id that follow one another in time are told apart by their place among them. */
function rulesByKey(pack: RulePack): Map<string, Placed> {
  const rules = new Map<string, Placed>();
  for (const { path, rule } of allRules(pack)) {
    const section = sectionOf(path);
    let n = 1;
    while (rules.has(`${rule.id}#${n}`)) n++;
    rules.set(`${rule.id}#${n}`, { section, rule });
  }
  return rules;
}

export function sectionOf(path: string): string {
  return path.slice(0, path.indexOf('['));
}

function differences(member: string, from: unknown, to: unknown): MemberChange[] {
  if (from === to) return [];
  if (!isGroup(from) || !isGroup(to) || Array.isArray(from) !== Array.isArray(to)) {
    return [{ member, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  }
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return names.flatMap((name) => differences(inside(member, name, Array.isArray(from)), from[name], to[name]));
}

function inside(member: string, name: string, list: boolean): string {
  if (list) return `${member}[${name}]`;
  return member === '' ? name : `${member}.${name}`;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
