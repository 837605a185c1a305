import type { RulePack } from './pack.js';
import { knownPacks, latestPack } from './packs.js';
import type { Bilingual } from './proof.js';

/** What codes are called; a code that no pack has stands as it is. */
export interface NamesInLaw {
  serviceType(code: string): Bilingual;
  authority(code: string): Bilingual;
  office(code: string): Bilingual;
  province(code: string): Bilingual;
  requirement(id: string): Bilingual;
  /** What a standing duty asks for. */
  duty(code: string): Bilingual;
}

/** @param packId the pack to ask first, such as the one that a license pinned; the newest one and the others know the rest */
export function namesInLaw(packId: string | null = null): NamesInLaw {
  const pinned = knownPacks().filter(({ id }) => id === packId);
  const packs = [...pinned, latestPack, ...knownPacks()];
  const named = (code: string, nameIn: (pack: RulePack) => Bilingual | null | undefined): Bilingual => {
    for (const pack of packs) {
      const name = nameIn(pack);
      if (name) return { zh: name.zh, en: name.en };
    }
    return { zh: code, en: code };
  };
  const authority = (pack: RulePack, code: string) => pack.authorities.find((each) => each.code === code);
  return {
    serviceType: (code) => named(code, (pack) => pack.serviceTypes.find((type) => type.code === code)?.name),
    authority: (code) => named(code, (pack) => authority(pack, code)?.name),
    office: (code) =>
      named(code, (pack) => (pack.offices.find((each) => each.code === code) ?? authority(pack, code))?.name),
    province: (code) => named(code, (pack) => authority(pack, code)?.province),
    requirement: (id) => named(id, (pack) => pack.requirements.find(({ requirement }) => requirement === id)?.title),
    duty: (code) => named(code, (pack) => pack.duties?.find(({ duty }) => duty === code)?.wording),
  };
}
