import { AbsenceEntity } from './absence.entity.js';
import { AccessGrantEntity } from './access-grant.entity.js';
import { AcknowledgeLinkEntity } from './acknowledge-link.entity.js';
import { AdoptionEntity, AdoptionImpactEntity } from './adoption.entity.js';
import { AlarmEntity } from './alarm.entity.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { ArrivingFileEntity } from './arriving-file.entity.js';
import { BounceEntity } from './bounce.entity.js';
import { CalendarEntryEntity } from './calendar-entry.entity.js';
import { CalendarFeedEntity } from './calendar-feed.entity.js';
import { ChangeNoteEntity, ChangePlaceEntity } from './change.entity.js';
import { ChannelFeedEntity } from './channel.entity.js';
import {
  CheckpointEntity,
  CheckpointMailEntity,
  GivenUpRecordEntity,
  HeadsTileEntity,
  LogTileEntity,
  RestingLogEntity,
  SealedHeadEntity,
  SealedRangeEntity,
  SealFindingEntity,
  SealNoteEntity,
} from './checkpoint.entity.js';
import { CommandEntity } from './command.entity.js';
import { CommentEntity } from './comment.entity.js';
import { CompanyEntity } from './company.entity.js';
import { DigestEntity } from './digest.entity.js';
import { ErasureEntity } from './erasure.entity.js';
import { FanOutEntity } from './fan-out.entity.js';
import { HeartbeatEntity } from './heartbeat.entity.js';
import { HouseLadderEntity } from './house-ladder.entity.js';
import { HouseReadingEntity } from './house-reading.entity.js';
import { IdentityEntity } from './identity.entity.js';
import { JobEntity, JobPieceEntity } from './job.entity.js';
import { LicenseViewEntity } from './license-view.entity.js';
import { ObligationViewEntity } from './obligation-view.entity.js';
import { OriginalViewEntity } from './original-view.entity.js';
import { OutboxEntity } from './outbox.entity.js';
import { OwnKeyEntity } from './own-key.entity.js';
import { PackEntity } from './pack.entity.js';
import { PersonEntity } from './person.entity.js';
import { PersonPreferencesEntity } from './person-preferences.entity.js';
import { PlannedRungEntity } from './planned-rung.entity.js';
import { PrivateTextEntity } from './private-text.entity.js';
import { RetentionItemEntity, RetentionPeriodEntity, RetentionReportEntity } from './retention.entity.js';
import { ChatRobotEntity, RobotMessageEntity } from './robot.entity.js';
import { SavedViewEntity } from './saved-view.entity.js';
import { SealedKeyEntity } from './sealed-key.entity.js';
import { SignOfLifeEntity } from './sign-of-life.entity.js';
import { SnapshotEntity } from './snapshot.entity.js';
import { StoredFileEntity } from './stored-file.entity.js';
import { WebhookDeliveryEntity, WebhookEndpointEntity, WebhookReplayEntity } from './webhook.entity.js';

export const entities = [
  AbsenceEntity,
  AccessGrantEntity,
  PersonPreferencesEntity,
  DigestEntity,
  AcknowledgeLinkEntity,
  AdoptionEntity,
  AdoptionImpactEntity,
  AlarmEntity,
  ApiTokenEntity,
  ArrivingFileEntity,
  ChangeNoteEntity,
  ChangePlaceEntity,
  ChannelFeedEntity,
  ChatRobotEntity,
  CalendarEntryEntity,
  CalendarFeedEntity,
  BounceEntity,
  CheckpointEntity,
  CheckpointMailEntity,
  ErasureEntity,
  GivenUpRecordEntity,
  HeadsTileEntity,
  LogTileEntity,
  RestingLogEntity,
  SealedHeadEntity,
  SealedRangeEntity,
  SealFindingEntity,
  SealNoteEntity,
  CommandEntity,
  CommentEntity,
  CompanyEntity,
  FanOutEntity,
  HouseLadderEntity,
  HeartbeatEntity,
  HouseReadingEntity,
  IdentityEntity,
  JobEntity,
  JobPieceEntity,
  LicenseViewEntity,
  ObligationViewEntity,
  OriginalViewEntity,
  OutboxEntity,
  OwnKeyEntity,
  PackEntity,
  PersonEntity,
  PlannedRungEntity,
  PrivateTextEntity,
  RetentionItemEntity,
  RetentionPeriodEntity,
  RetentionReportEntity,
  RobotMessageEntity,
  SavedViewEntity,
  SealedKeyEntity,
  SignOfLifeEntity,
  SnapshotEntity,
  StoredFileEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
  WebhookReplayEntity,
];

export type { AdoptionKind } from './adoption.entity.js';
export type { AlarmChannel } from './alarm.entity.js';
export { bringsKey, type ClockFindingKind } from './checkpoint.entity.js';
export type { CommandReply } from './command.entity.js';
export type { CommentAbout } from './comment.entity.js';
export type { FanOutState } from './fan-out.entity.js';
export type { HeartbeatState } from './heartbeat.entity.js';
export type { JobKind, JobPart } from './job.entity.js';
export type { OutboxState } from './outbox.entity.js';
export type { RobotKind } from './robot.entity.js';
export type { WebhookDisabledWhy } from './webhook.entity.js';
export {
  AbsenceEntity,
  AccessGrantEntity,
  AcknowledgeLinkEntity,
  AdoptionEntity,
  AdoptionImpactEntity,
  AlarmEntity,
  ApiTokenEntity,
  ArrivingFileEntity,
  BounceEntity,
  CalendarEntryEntity,
  CalendarFeedEntity,
  ChangeNoteEntity,
  ChangePlaceEntity,
  ChannelFeedEntity,
  ChatRobotEntity,
  CheckpointEntity,
  CheckpointMailEntity,
  CommandEntity,
  CommentEntity,
  CompanyEntity,
  DigestEntity,
  ErasureEntity,
  FanOutEntity,
  GivenUpRecordEntity,
  HeadsTileEntity,
  HeartbeatEntity,
  HouseLadderEntity,
  HouseReadingEntity,
  IdentityEntity,
  JobEntity,
  JobPieceEntity,
  LicenseViewEntity,
  LogTileEntity,
  ObligationViewEntity,
  OriginalViewEntity,
  OutboxEntity,
  OwnKeyEntity,
  PackEntity,
  PersonEntity,
  PersonPreferencesEntity,
  PlannedRungEntity,
  PrivateTextEntity,
  RestingLogEntity,
  RetentionItemEntity,
  RetentionPeriodEntity,
  RetentionReportEntity,
  RobotMessageEntity,
  SavedViewEntity,
  SealedHeadEntity,
  SealedKeyEntity,
  SealedRangeEntity,
  SealFindingEntity,
  SealNoteEntity,
  SignOfLifeEntity,
  SnapshotEntity,
  StoredFileEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
  WebhookReplayEntity,
};
