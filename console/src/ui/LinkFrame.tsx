import type { ReactNode } from 'react';
import { Brand } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';

/** Around the pages that customers reach by a link of a mail: who comes so has neither menu nor bell. */
export function LinkFrame({ children }: { children: ReactNode }) {
  return (
    <div className="sign">
      <header className="bar"><Brand /><span className="spread" /><LanguageSwitch /></header>
      <main id="content">{children}</main>
    </div>
  );
}
