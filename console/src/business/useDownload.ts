import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../http';
import { explain } from '../ui/ProblemNote';

/** What the services print, and how they are asked for it. */
export const PDF = 'application/pdf';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';

interface Wanted {
  path: string;
  type: string;
  /** What it is saved as when the service names no file. */
  name: string;
}

/** Fetches a file in the language of the page and saves it; a plain link would ask for the browser's own. @param saved the sentence that says so */
export function useDownload(saved = 'business.reports.saved') {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: async ({ path, type, name }: Wanted) => {
      const file = await download(path, type);
      const called = file.name ?? name;
      const address = URL.createObjectURL(file.content);
      const link = Object.assign(document.createElement('a'), { href: address, download: called });
      document.body.append(link);
      link.click();
      link.remove();
      // The browser reads it after this turn.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      return called;
    },
    onSuccess: name => void message.success(t(saved, { name })),
    onError: error => void message.error(explain(error, t).text),
  });
}
