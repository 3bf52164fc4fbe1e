import { createCalendar, destroyCalendar, Interaction, ResourceTimeline } from '@event-calendar/core';
import '@event-calendar/core/index.css';
import { useEffect, useRef } from 'react';
import './board.css';
import { mended } from './mended';
import { DRAGGED } from './dragged';
import { type Draft, instantAt, movedBy, wallOf } from './plan';

/** A visit on the board. */
export interface Bar {
  id: string;
  engineerId: string;
  start: string;
  end: string;
  /** Lines of text, the first one the most important. */
  lines: string[];
  tone: string;
  movable: boolean;
}

export interface Shade {
  engineerId: string;
  from: number;
  to: number;
}

interface Props {
  /** First day, `2026-11-27`. */
  day: string;
  span: 'day' | 'week';
  engineers: { id: string; name: string }[];
  bars: Bar[];
  shades: Shade[];
  language: string;
  label: string;
  onOpen: (id: string) => void;
  /** A bar was drawn to another time or engineer: it stays where it was until that is done. */
  onMove: (id: string, to: { engineerId: string; start: string }) => void;
  /** Where a bar would go that is moved by keys. */
  draft?: Draft;
  onDraft: (draft?: Draft) => void;
  /** A visit that waits was dropped on the board. */
  onPlace: (id: string, at: { engineerId: string; start: string }) => void;
}

const viewOf = (span: Props['span']) => (span === 'day' ? 'resourceTimelineDay' : 'resourceTimelineWeek');
const local = (instant: string | number) => wallOf(instant);

/** A button within the bar: the bar itself is an article, which may be none. */
function content({ event }: { event: { display: string; extendedProps: Record<string, unknown> } }) {
  if (event.display === 'background') return '';
  // What is said about it stands below the board.
  if (event.extendedProps.ghost) return { domNodes: [] };
  const button = document.createElement('button');
  button.type = 'button';
  for (const [index, text] of (event.extendedProps.lines as string[]).entries()) {
    const line = document.createElement(index === 0 ? 'strong' : 'span');
    line.textContent = text;
    button.append(line);
  }
  return { domNodes: [button] };
}

/** A bar's double in the place where it would go. */
const GHOST = 'draft';
const ghostOf = ({ bars, draft }: Pick<Props, 'bars' | 'draft'>) => {
  const bar = bars.find(each => each.id === draft?.id);
  if (!bar || !draft) return [];
  const end = Date.parse(draft.start) + Date.parse(bar.end) - Date.parse(bar.start);
  return [{ id: GHOST, resourceIds: [draft.engineerId], start: local(draft.start), end: local(end), title: '', editable: false, classNames: ['ghost'], extendedProps: { ghost: true } }];
};

const eventsOf = ({ bars, shades, draft }: Pick<Props, 'bars' | 'shades' | 'draft'>) => [
  ...shades.map(({ engineerId, from, to }, index) => ({ id: `off-${index}`, resourceIds: [engineerId], start: local(from), end: local(to), display: 'background' as const, classNames: ['off-duty'], editable: false })),
  ...bars.map(({ id, engineerId, start, end, lines, tone, movable }) => ({
    id, resourceIds: [engineerId], start: local(start), end: local(end), title: lines.join(' · '), editable: movable, durationEditable: false, classNames: [`tone-${tone}`], extendedProps: { lines },
  })),
  ...ghostOf({ bars, draft }),
];

/** Engineers by hours. What draws it is hidden behind this component; it knows the browser's zone only, so it is fed the wall clock of ours. */
export default function ScheduleBoard(props: Props) {
  const { day, span, engineers, language, label } = props;
  const place = useRef<HTMLDivElement>(null);
  const calendar = useRef<ReturnType<typeof createCalendar>>(null);
  const now = useRef(props);
  now.current = props;
  useEffect(() => {
    const made = createCalendar(place.current!, [ResourceTimeline, Interaction], {
      view: viewOf(now.current.span), date: now.current.day, headerToolbar: { start: '', center: '', end: '' }, height: 'auto', locale: now.current.language, firstDay: 1,
      slotDuration: '01:00', slotMinTime: '08:00', slotMaxTime: '20:00', flexibleSlotTimeLimits: true, slotWidth: 62, snapDuration: '00:15', scrollTime: '08:00', nowIndicator: false,
      slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false }, dayHeaderFormat: { month: 'numeric', day: 'numeric', weekday: 'short' }, eventStartEditable: true, eventDurationEditable: false,
      eventContent: content, resources: [], events: [],
      views: { resourceTimelineWeek: { slotDuration: '02:00', slotWidth: 44 } },
      eventClick: ({ event }: { event: { id: string; display: string } }) => { if (event.display !== 'background' && event.id !== GHOST) now.current.onOpen(event.id); },
      eventDrop: ({ event, oldEvent, revert }: { event: Moved; oldEvent: Moved; revert: () => void }) => {
        revert();
        now.current.onMove(event.id, { engineerId: event.resourceIds[0] ?? oldEvent.resourceIds[0]!, start: instantAt(event.start) });
      },
      eventDidMount: ({ el, event }: { el: HTMLElement; event: { id: string; display: string; title: unknown } }) => {
        if (event.display === 'background') return;
        if (event.id === GHOST) { el.dataset.testid = 'bar-ghost'; return; }
        el.dataset.testid = 'bar';
        el.dataset.id = event.id;
        el.title = String(event.title);
      },
    } as never);
    calendar.current = made;
    const stop = mended(place.current!);
    return () => {
      stop();
      calendar.current = null;
      void destroyCalendar(made);
    };
  }, []);
  const set = (name: string, value: unknown) => calendar.current?.setOption(name as never, value as never);
  useEffect(() => { set('view', viewOf(span)); set('date', day); }, [day, span]);
  useEffect(() => { set('locale', language); }, [language]);
  const rows = JSON.stringify(engineers.map(({ id, name }) => ({ id, title: name })));
  useEffect(() => { set('resources', JSON.parse(rows)); }, [rows]);
  const events = JSON.stringify(eventsOf(props));
  useEffect(() => {
    const focused = barAt(document.activeElement);
    set('events', JSON.parse(events));
    if (!focused) return undefined;
    // The calendar makes the bars anew: whoever works by keys goes on where he was.
    const back = requestAnimationFrame(() => { if (!barAt(document.activeElement)) buttonOf(place.current, focused)?.focus(); });
    return () => cancelAnimationFrame(back);
  }, [events]);
  const press = (event: React.KeyboardEvent) => {
    const bar = props.bars.find(each => each.id === barAt(event.target as Element));
    if (!bar || event.altKey || event.ctrlKey || event.metaKey) return;
    const { draft } = props;
    const own = draft?.id === bar.id ? draft : undefined;
    const next = bar.movable ? movedBy(event, own ?? { id: bar.id, engineerId: bar.engineerId, start: bar.start }, engineers) : undefined;
    if (next) props.onDraft(next);
    else if (own && event.key === 'Enter') props.onMove(bar.id, own);
    else if (own && event.key === 'Escape') props.onDraft();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drop = (event: React.DragEvent) => {
    const id = event.dataTransfer.getData(DRAGGED);
    const at = calendar.current?.dateFromPoint(event.clientX, event.clientY) as { date: Date; resource?: { id: string } } | null | undefined;
    event.preventDefault();
    if (id && at?.resource) props.onPlace(id, { engineerId: at.resource.id, start: instantAt(at.date) });
  };
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys come from the buttons within; dropping is for the mouse, the button beside each visit that waits does the same.
  return <section className="board" aria-label={label} data-testid="schedule-board" onKeyDownCapture={press} onDrop={drop} onDragOver={event => event.preventDefault()} ref={place} />;
}

/** The visit in whose bar something is. */
const barAt = (element: Element | null): string | undefined => element?.closest<HTMLElement>('[data-testid=bar]')?.dataset.id;
const buttonOf = (root: HTMLElement | null, id: string) => [...root?.querySelectorAll<HTMLElement>('[data-testid=bar]') ?? []].find(each => each.dataset.id === id)?.querySelector('button');

interface Moved {
  id: string;
  resourceIds: string[];
  start: Date;
}
