import type { StoryItem } from '../api';

/** What the platform writes down for itself. Everything else is what people said and did, or what somebody has to do something about. */
const BOOKKEEPING = new Set(['PromiseMade', 'SlaWarned', 'SlaMet', 'SlaExtended', 'SlaEscalated', 'SlaBreachWithdrawn', 'NotificationDelivered', 'SignatureRequested', 'ArticleDrafted', 'ArticlePublished']);

export const isTalk = ({ type }: Pick<StoryItem, 'type'>): boolean => !BOOKKEEPING.has(type);
