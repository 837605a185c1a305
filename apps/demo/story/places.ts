import type { paths } from '../../../libs/client/index.js';

/** Where a license takes commands. */
type CommandPath = {
  [P in keyof paths]: P extends `/licenses/{id}/${string}` ? (paths[P] extends { post: object } ? P : never) : never;
}[keyof paths];

type FilingAct = CommandPath extends infer P
  ? P extends `/licenses/{id}/filings/{filingId}/${infer A}`
    ? A
    : never
  : never;

type LicenseAct = CommandPath extends infer P ? (P extends `/licenses/{id}/${infer A}` ? A : never) : never;

/** What a command says, by the description of the API. */
export type BodyAt<P extends CommandPath> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;

/** A command's place: the path as the API describes it, and what it names beside the license. */
export interface Place<P extends CommandPath> {
  path: P;
  names: Record<string, string>;
}

export const filing = <A extends FilingAct>(
  filingId: string,
  act: A,
  more: Record<string, string> = {},
): Place<Extract<CommandPath, `/licenses/{id}/filings/{filingId}/${A}`>> => ({
  path: `/licenses/{id}/filings/{filingId}/${act}` as Extract<CommandPath, `/licenses/{id}/filings/{filingId}/${A}`>,
  names: { filingId, ...more },
});

export const license = <A extends LicenseAct>(act: A): Place<Extract<CommandPath, `/licenses/{id}/${A}`>> => ({
  path: `/licenses/{id}/${act}` as Extract<CommandPath, `/licenses/{id}/${A}`>,
  names: {},
});

export type { CommandPath };
