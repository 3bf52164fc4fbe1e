import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import SignaturePad from 'signature_pad';
import { type Drawing, fitted } from './strokes';

interface Props {
  value?: Drawing;
  onChange?: (drawing?: Drawing) => void;
  id?: string;
}

/** Where the finger writes. What was written is kept when the phone is turned. */
export function Pad({ value, onChange, id }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const drawn = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;

  const tell = (strokes: Drawing['strokes']) => {
    const { clientWidth: width, clientHeight: height } = canvas.current!;
    drawn.current = strokes.length ? { strokes, width, height } : undefined;
    change.current?.(drawn.current);
  };
  const show = (strokes: Drawing['strokes']) => {
    pad.current?.clear();
    if (strokes.length) pad.current?.fromData(strokes);
  };

  useEffect(() => {
    const element = canvas.current!;
    const made = new SignaturePad(element, { minWidth: 0.8, maxWidth: 2.8, penColor: '#101828' });
    pad.current = made;
    made.addEventListener('endStroke', () => tell(made.toData()));
    let sized = '';
    const resize = () => {
      const ratio = Math.max(window.devicePixelRatio || 1, 1);
      const { clientWidth: width, clientHeight: height } = element;
      const size = `${width}x${height}@${ratio}`;
      if (!width || size === sized) return;
      sized = size;
      // Setting the size empties a canvas.
      element.width = width * ratio;
      element.height = height * ratio;
      element.getContext('2d')?.scale(ratio, ratio);
      const before = drawn.current;
      show(before ? fitted(before, width, height) : []);
      if (before) tell(made.toData());
    };
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    resize();
    return () => { observer.disconnect(); made.off(); };
  }, []);

  // Given from outside: a name that was typed.
  useEffect(() => {
    if (value === drawn.current || !canvas.current?.clientWidth) return;
    drawn.current = value;
    show(value ? fitted(value, canvas.current.clientWidth, canvas.current.clientHeight) : []);
  }, [value]);

  const redo = (strokes: Drawing['strokes']) => { show(strokes); tell(strokes); };
  return (
    <div className="pad">
      <canvas ref={canvas} id={id} data-testid="pad" aria-label={t('sign.pad')} role="img" />
      {!value && <span className="pad-hint" aria-hidden>{t('sign.padHint')}</span>}
      <div className="pad-tools">
        <Button size="small" disabled={!value} onClick={() => redo(pad.current!.toData().slice(0, -1))} data-testid="pad-undo">{t('sign.undo')}</Button>
        <Button size="small" disabled={!value} onClick={() => redo([])} data-testid="pad-clear">{t('sign.clear')}</Button>
      </div>
    </div>
  );
}
