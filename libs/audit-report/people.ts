import type { Actor } from '../domain/index.js';
import type { ReportWords } from './words/index.js';

/** Somebody whom the report mentions. */
interface Mentioned {
  kind: 'person' | 'integration';
  id: string;
  /** Such as `person 1`: ids are too long for a table. */
  mark: string;
  name: string | null;
}

/** Who is who: each person and program gets a mark when it is mentioned first, and a list at the end says the ids. */
export class People {
  private readonly mentioned = new Map<string, Mentioned>();
  private readonly counts = { person: 0, integration: 0 };

  constructor(
    private readonly names: Readonly<Record<string, string>>,
    private readonly say: ReportWords,
  ) {}

  actor(actor: Actor): string {
    if (actor.kind !== 'system') return this.mention(actor.kind, actor.id);
    const { system } = this.say.people;
    return Object.hasOwn(system, actor.id) ? system[actor.id] : actor.id;
  }

  person(id: string): string {
    return this.mention('person', id);
  }

  all(): readonly Mentioned[] {
    return [...this.mentioned.values()];
  }

  private mention(kind: Mentioned['kind'], id: string): string {
    const known = this.mentioned.get(`${kind} ${id}`) ?? this.met(kind, id);
    return known.name === null ? known.mark : `${known.name}${this.say.brackets(known.mark)}`;
  }

  private met(kind: Mentioned['kind'], id: string): Mentioned {
    this.counts[kind] += 1;
    const name = kind === 'person' && Object.hasOwn(this.names, id) ? (this.names[id] ?? null) : null;
    const met = { kind, id, mark: this.say.people.mark(kind, this.counts[kind]), name };
    this.mentioned.set(`${kind} ${id}`, met);
    return met;
  }
}
