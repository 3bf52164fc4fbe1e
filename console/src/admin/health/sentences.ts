import type { TFunction } from 'i18next';
import type { Health, Light } from '../api';
import { topicName } from '../events';

export interface HealthSentence { part: string; light: Light; text: string }

/** `3 分 20 秒`: as long as it is, in the two largest units. */
export function span(seconds: number, t: TFunction): string {
  if (seconds < 60) return t('admin.health.seconds', { number: seconds });
  if (seconds < 3_600) return t('admin.health.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return t('admin.health.hours', { hours: Math.floor(seconds / 3_600), minutes: Math.floor(seconds / 60) % 60 });
}

/** What the figures mean for people, one sentence each; those that somebody has to act on first. */
export function sentencesOf({ database, outbox, consumers, parked, timers }: Health, t: TFunction): HealthSentence[] {
  const behind = consumers.topics.filter(topic => topic.light !== 'GOOD').map(topic => t('admin.health.behindTopic', { topic: topicName(topic.topic, t), number: topic.records }));
  const waiting = consumers.topics.reduce((sum, topic) => sum + topic.records, 0);
  const all: HealthSentence[] = [
    { part: 'database', light: database.light, text: t(database.light === 'GOOD' ? 'admin.health.databaseGood' : 'admin.health.databaseSlow', { number: database.millis }) },
    {
      part: 'outbox', light: outbox.light,
      text: outbox.light === 'GOOD' ? t('admin.health.outboxGood') : t('admin.health.outboxLate', { count: outbox.facts, span: span(outbox.oldestSeconds, t) }),
    },
    {
      part: 'consumers', light: consumers.light,
      text: !consumers.broker ? t('admin.health.brokerAway') : behind.length ? t('admin.health.behind', { topics: behind.join(t('app.comma')) })
        : waiting ? t('admin.health.reading', { count: waiting }) : t('admin.health.readingGood'),
    },
    { part: 'parked', light: parked.light, text: parked.keys ? t('admin.health.parked', { count: parked.keys }) : t('admin.health.parkedNone') },
    {
      part: 'timers', light: timers.light,
      text: timers.failing ? t('admin.health.timersFail', { count: timers.failing, span: span(timers.latestSeconds, t) })
        : timers.light === 'GOOD' ? t('admin.health.timersGood') : t('admin.health.timersLate', { count: timers.late, span: span(timers.latestSeconds, t) }),
    },
  ];
  const order: Light[] = ['BAD', 'WATCH', 'GOOD'];
  return all.sort((one, other) => order.indexOf(one.light) - order.indexOf(other.light));
}

/** The worst of all services; one that does not answer is the worst there is. */
export function overall(lights: (Light | undefined)[]): Light {
  return lights.some(light => light === undefined || light === 'BAD') ? 'BAD' : lights.includes('WATCH') ? 'WATCH' : 'GOOD';
}
