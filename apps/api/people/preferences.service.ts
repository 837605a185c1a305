import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  defaultPreferences,
  Forbidden,
  InvalidInput,
  latestPins,
  lawOf,
  mustBeAt,
  type Principal,
  type QuietHours,
} from '../../../libs/domain/index.js';
import { Cipher, NoSuchPerson, PersonRepository, PreferenceRepository } from '../../../libs/persistence/index.js';
import { isStatutory } from '../../../libs/rulebook/index.js';
import type { Asker } from '../access/access.decorators.js';
import { HouseDesk } from '../house/house-desk.js';
import { clockOf, minuteOf, type PreferencesAnswer, type PreferencesBody } from '../schemas/preferences.js';

/** A mail server may be away for some hours as well, and a message is tried for twenty. */
const longestQuietMinutes = 14 * 60;

@Injectable()
export class PreferencesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
    private readonly desk: HouseDesk,
  ) {}

  /** @throws NotFound `person-not-found` */
  read(personId: string): Promise<PreferencesAnswer> {
    return this.kept(this.dataSource.manager, personId);
  }

  /** @throws Forbidden `not-own-preferences`, InvalidInput `quiet-hours-not-valid`, NotFound `person-not-found` */
  async change(asker: Asker, personId: string, body: PreferencesBody): Promise<PreferencesAnswer> {
    mayChange(asker.caller, personId);
    const quietHours = body.quietHours && hoursOf(body.quietHours);
    const mutedKinds = [...new Set(body.mutedKinds)].sort();
    const { digest, language } = body;
    const request = { act: 'change-preferences', subjectId: personId, body };
    return this.desk.once(asker, request, async (manager, act) => {
      await this.person(manager, personId);
      const preferences = new PreferenceRepository(manager, defaultPreferences);
      mustBeAt(await preferences.lockedVersionOf(personId), asker.expected);
      await preferences.change(personId, { digest, quietHours, mutedKinds, language }, act);
      return this.kept(manager, personId);
    });
  }

  private async kept(manager: EntityManager, personId: string): Promise<PreferencesAnswer> {
    const repository = new PreferenceRepository(manager, defaultPreferences);
    // Before what it is the version of: should that change meanwhile, the version is too old and not too new.
    const version = await repository.versionOf(personId);
    const { language } = await this.person(manager, personId);
    const { digest, quietHours, mutedKinds } = await repository.find(personId);
    const law = lawOf(latestPins);
    const silenced = await repository.mutedByAll(personId, mutedKinds);
    return {
      personId,
      version,
      digest,
      quietHours: quietHours && { from: clockOf(quietHours.fromMinute), until: clockOf(quietHours.untilMinute) },
      language,
      mutedKinds: [...mutedKinds],
      toldAnyway: silenced.filter(({ kind }) => isStatutory(law, `limit.${kind}`)),
    };
  }

  private async person(manager: EntityManager, personId: string) {
    const person = await new PersonRepository(manager, this.cipher).find(personId);
    if (person) return person;
    throw new NoSuchPerson(personId);
  }
}

function mayChange({ actor, roles }: Principal, personId: string): void {
  if ((actor.kind === 'person' && actor.id === personId) || roles.includes('admin')) return;
  throw new Forbidden('not-own-preferences', 'These are the preferences of somebody else', {
    personId,
    remedy: 'Let the person do it, or an administrator.',
  });
}

function hoursOf({ from, until }: NonNullable<PreferencesBody['quietHours']>): QuietHours {
  const [fromMinute, untilMinute] = [minuteOf(from), minuteOf(until)];
  const length = (untilMinute - fromMinute + 24 * 60) % (24 * 60);
  if (length > 0 && length <= longestQuietMinutes) return { fromMinute, untilMinute };
  throw new InvalidInput(
    'quiet-hours-not-valid',
    `Quiet hours from ${from} until ${until} last ${length || 24 * 60} minutes`,
    {
      pointer: '/quietHours/until',
      longest: longestQuietMinutes,
      remedy: 'Let them last 14 hours at most; give null for none.',
    },
  );
}
