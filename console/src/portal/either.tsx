import { type ComponentType, lazy, Suspense } from 'react';
import { withTexts } from '../i18n/texts';
import { isPortal, useMe } from '../session';
import { Waiting } from '../ui/Waiting';

type Load = () => Promise<ComponentType>;

/** One address, two pages: customers see the same thing with other eyes than we do. Each is a chunk of its own, and only one is fetched. */
export function either(ours: Load, customers: Load): Load {
  const Ours = lazy(async () => ({ default: await withTexts(ours()) }));
  const Customers = lazy(async () => ({ default: await withTexts(customers()) }));
  return async () => function Either() {
    return <Suspense fallback={<Waiting />}>{isPortal(useMe()) ? <Customers /> : <Ours />}</Suspense>;
  };
}
