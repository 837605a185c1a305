import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { TextRef } from '../../../libs/domain/index.js';
import { Cipher, eraseTexts, PrivateTextEntity, PrivateTextRepository } from '../../../libs/persistence/index.js';

/** Free text and names: kept encrypted in their own table, while the record holds a reference and a salted commitment. */
@Injectable()
export class PrivateTexts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cipher: Cipher,
  ) {}

  within(manager: EntityManager): PrivateTextRepository {
    return new PrivateTextRepository(manager, this.cipher);
  }

  /** Removes the texts that a value refers to and that nothing on record does. */
  async removeReferred(manager: EntityManager, value: unknown): Promise<void> {
    const references = referencesIn(value);
    if (references.size > 0) await this.within(manager).removeUnclaimed([...references.keys()]);
  }

  /** Marks the texts that a value refers to as belonging to the record. For streams that the API writes itself. */
  async claim(manager: EntityManager, value: unknown, now: string): Promise<void> {
    const references = referencesIn(value);
    if (references.size > 0)
      await manager.update(PrivateTextEntity, { id: In([...references.keys()]) }, { claimedAt: now });
  }

  /** The text is gone; whatever commits to it says nothing any more. */
  erase(manager: EntityManager, id: string): Promise<void> {
    return eraseTexts(manager, [id]);
  }

  /** The same value with each reference's text beside it (`text`; null once it was erased). */
  async reveal<T>(value: T): Promise<T> {
    const references = [...referencesIn(value).values()];
    if (references.length === 0) return value;
    const read = await this.within(this.dataSource.manager).readAll(references);
    return withTexts(value, read) as T;
  }
}

function referencesIn(value: unknown, found = new Map<string, TextRef>()): Map<string, TextRef> {
  if (typeof value !== 'object' || value === null) return found;
  if (isReference(value)) found.set(value.ref, value);
  else for (const inner of Object.values(value)) referencesIn(inner, found);
  return found;
}

function isReference(value: object): value is TextRef {
  const { ref, commitment } = value as Partial<TextRef>;
  return typeof ref === 'string' && typeof commitment === 'string';
}

/** What holds no reference is not copied: of an answer that is most of it. */
function withTexts(value: unknown, texts: ReadonlyMap<string, { text: string }>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isReference(value)) return { ...value, text: texts.get(value.ref)?.text ?? null };
  let shown: Record<string, unknown> | null = null;
  for (const [key, inner] of Object.entries(value)) {
    const told = withTexts(inner, texts);
    if (told === inner) continue;
    shown ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    shown[key] = told;
  }
  return shown ?? value;
}
