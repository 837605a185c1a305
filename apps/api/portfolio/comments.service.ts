import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  agenda,
  correctionItems,
  Forbidden,
  NotFound,
  originalsOf,
  type Principal,
} from '../../../libs/domain/index.js';
import { paizhaoNamespace, uuid5 } from '../../../libs/ledger/uuid5.js';
import {
  type CommentEntity,
  type CommentFilter,
  type CommentPlace,
  CommentRepository,
  originalTask,
  TaskRepository,
} from '../../../libs/persistence/index.js';
import { type Asker, principalName } from '../access/access.decorators.js';
import { PrivateTexts } from '../commands/private-texts.js';
import { HouseDesk } from '../house/house-desk.js';
import { type LicenseAtHand, LicenseReader } from '../runtime/license-reader.js';
import { itemTask } from './tasks.service.js';

/** What a comment is about, beside the license itself. */
export type About = { kind: 'license' } | { kind: 'filing'; filingId: string } | { kind: 'task'; taskId: string };

/** What people write to each other about a license. Kept beside the record: no ledger holds any of it. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly licenses: LicenseReader,
    private readonly texts: PrivateTexts,
    private readonly desk: HouseDesk,
  ) {}

  /** @throws LicenseNotFound, NotFound `filing-not-found`, `task-not-found` */
  async write(asker: Asker, licenseId: string, about: About, text: string): Promise<{ commentId: string }> {
    const { actor } = asker.caller;
    const license = await this.licenses.at(licenseId, asker.caller);
    const id = uuid5(paizhaoNamespace, 'comment', principalName(asker.caller), licenseId, asker.key);
    const request = { act: 'write-comment', subjectId: id, body: { licenseId, about, text } };
    return this.desk.once(asker, request, async (manager) => {
      await mustBeThere(manager, license, about);
      const ref = await this.texts.within(manager).add(licenseId, text);
      await this.texts.claim(manager, ref, license.context.now);
      await new CommentRepository(manager).add({
        id,
        licenseId,
        about: about.kind,
        aboutId: idOf(about),
        authorKind: actor.kind === 'person' ? 'person' : 'integration',
        authorId: actor.id,
        textRef: ref.ref,
        commitment: ref.commitment,
        writtenAt: license.context.now,
      });
      return { commentId: id };
    });
  }

  /** The text is erased; that there was one stays. @throws NotFound `comment-not-found`, Forbidden `comment-of-another` */
  async withdraw(asker: Asker, licenseId: string, commentId: string): Promise<{ commentId: string }> {
    const { context } = await this.licenses.at(licenseId, asker.caller);
    const request = { act: 'withdraw-comment', subjectId: commentId, body: { licenseId } };
    return this.desk.once(asker, request, async (manager) => {
      const comments = new CommentRepository(manager);
      const comment = await comments.find(licenseId, commentId);
      if (!comment) throw new CommentNotFound(commentId);
      if (!isAuthor(comment, asker.caller)) throw new CommentOfAnother(commentId);
      if (comment.withdrawnAt === null) {
        await comments.withdraw(commentId, context.now);
        await this.texts.erase(manager, comment.textRef);
      }
      return { commentId };
    });
  }

  /** @throws LicenseNotFound */
  async page(
    caller: Principal,
    filter: CommentFilter,
    after: CommentPlace | null,
    limit: number,
  ): Promise<CommentEntity[]> {
    await this.licenses.at(filter.licenseId, caller);
    return new CommentRepository(this.dataSource.manager).page(filter, after, limit);
  }
}

const isAuthor = ({ authorKind, authorId }: CommentEntity, { actor }: Principal): boolean =>
  actor.kind === authorKind && actor.id === authorId;

function idOf(about: About): string | null {
  switch (about.kind) {
    case 'license':
      return null;
    case 'filing':
      return about.filingId;
    case 'task':
      return about.taskId;
    default:
      return about satisfies never;
  }
}

async function mustBeThere(manager: EntityManager, license: LicenseAtHand, about: About): Promise<void> {
  const { licenseId, filings } = license.state;
  if (about.kind === 'filing' && !Object.hasOwn(filings, about.filingId))
    throw new NotFound('filing-not-found', 'the license has no such filing', {
      pointer: '/about/filingId',
      known: Object.keys(filings),
      remedy: 'Name one of the known ones.',
    });
  if (about.kind !== 'task' || tasksOf(license).includes(about.taskId)) return;
  if (!(await new TaskRepository(manager).isUnclaimedUpload(licenseId, about.taskId)))
    throw new NotFound('task-not-found', 'no such task is open on the license', {
      pointer: '/about/taskId',
      remedy: 'Look at GET /tasks?licenseId=… for the ids.',
    });
}

/** Duties of authorities are nobody's task here, but there is something to say about them. */
function tasksOf({ state, context }: LicenseAtHand): string[] {
  const duties = agenda(state, context).flatMap(({ id, kind, filingId }) => {
    const filing = kind === 'correction' && filingId !== null ? state.filings[filingId] : undefined;
    return [id, ...(filing ? correctionItems(filing).map((item) => itemTask(id, item.id)) : [])];
  });
  const dueBack = originalsOf(state, context.today).filter(
    (each) => each.returnedOn === null && each.dueBackOn !== null,
  );
  return [...duties, ...dueBack.map(({ filingId, requirementId }) => originalTask(filingId, requirementId))];
}

class CommentNotFound extends NotFound {
  constructor(commentId: string) {
    super('comment-not-found', 'the license has no such comment', {
      commentId,
      remedy: 'Look at GET /licenses/:id/comments for the ids.',
    });
  }
}

class CommentOfAnother extends Forbidden {
  constructor(commentId: string) {
    super('comment-of-another', 'somebody else wrote it', { commentId, remedy: 'Ask its author to withdraw it.' });
  }
}
