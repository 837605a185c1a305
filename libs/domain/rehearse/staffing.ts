import type { CivilDate } from '../../calendar/index.js';
import type { People } from '../license.js';
import { finding, type RehearsalFinding } from './findings.js';
import type { Absence } from './plan.js';
import type { ActWindow, RehearsedNotice, TimelineEntry } from './rehearsal.js';

const roles = ['owner', 'deputy', 'manager'] as const;

interface Played {
  windows: readonly ActWindow[];
  notices: readonly RehearsedNotice[];
  timeline: readonly TimelineEntry[];
}

/**
 * Where the plan's absences leave a gap: a reminder that reaches nobody, a safe day on which nobody of the license is
 * there, a filing without an officer whom it needs. Where somebody stands in it is only said.
 */
export function staffingGaps(people: People, absences: readonly Absence[], played: Played): RehearsalFinding[] {
  if (absences.length === 0) return [];
  const staff = new Staff(people, absences);
  return [
    ...played.windows.flatMap((window) => onSafeDay(staff, window)),
    ...played.notices.flatMap((notice) => onNotice(staff, notice)),
    ...played.timeline.flatMap((entry) => onFiling(staff, entry)),
  ];
}

/** Two roles may be one person, and whoever is away is so in every role. */
class Staff {
  constructor(
    readonly people: People,
    private readonly absences: readonly Absence[],
  ) {}

  isAway(person: string, on: CivilDate): boolean {
    return this.absences.some(({ who, from, to }) => this.nameOf(who) === person && from <= on && on <= to);
  }

  /** Those of the license who are there, the owner first. */
  present(on: CivilDate): string[] {
    const everyone = [...new Set(roles.map((role) => this.people[role]))];
    return everyone.filter((person) => !this.isAway(person, on));
  }

  /** Officers who are away: everybody that the plan names and that is none of the three. */
  officersAway(on: CivilDate): string[] {
    const three = roles.map((role) => this.people[role]);
    const names = this.absences.map(({ who }) => this.nameOf(who)).filter((name) => !three.includes(name));
    return [...new Set(names)].filter((name) => this.isAway(name, on));
  }

  private nameOf(who: string): string {
    const role = roles.find((each) => each === who);
    return role ? this.people[role] : who;
  }
}

function onSafeDay(staff: Staff, { obligationId, to }: ActWindow): RehearsalFinding[] {
  const [first] = staff.present(to);
  const { owner } = staff.people;
  if (first === owner) return [];
  return first === undefined
    ? [
        finding(
          'safe-day-unattended',
          'warning',
          obligationId,
          `最后办理日${to}负责人、代理人和主管均不在`,
          `On the safe day ${to} neither owner, deputy nor manager is there`,
        ),
      ]
    : [
        finding(
          'stand-in-on-safe-day',
          'info',
          obligationId,
          `最后办理日${to}${owner}不在，由${first}代办`,
          `On the safe day ${to} ${owner} is away and ${first} must stand in`,
        ),
      ];
}

function onNotice(staff: Staff, { on, person, obligationId, rung }: RehearsedNotice): RehearsalFinding[] {
  if (!staff.isAway(person, on) || staff.present(on).length > 0) return [];
  return [
    finding(
      'notice-unattended',
      'warning',
      obligationId,
      `${on}的提醒（${rung}）无人在岗接收`,
      `The reminder ${rung} of ${on} finds nobody there`,
    ),
  ];
}

function onFiling(staff: Staff, { what, on, filingId }: TimelineEntry): RehearsalFinding[] {
  if (what !== 'filing-submitted') return [];
  return staff
    .officersAway(on)
    .map((name) =>
      finding(
        'officer-away',
        'warning',
        filingId ?? '',
        `申报日${on}${name}不在，所需材料或签字可能缺少`,
        `${name} is away on the filing day ${on}: what the filing needs of them may be missing`,
      ),
    );
}
