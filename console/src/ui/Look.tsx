import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLook } from '../look';
import { DARK, LIGHT } from './theme';

/**
 * Lists, calendars and hints that open lie in the part of the page that they belong to: what stands beside all parts is read to nobody in a dialog.
 * A modal dialog lets the mouse through everywhere but in its container.
 */
const around = (opener?: HTMLElement) => opener?.closest<HTMLElement>('.ant-modal-container, [role=dialog], main') ?? document.body;

/** Theme and antd's own words in the chosen language. */
export function Look({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { dark, still } = useLook();
  const english = i18n.language === 'en';
  useEffect(() => { dayjs.locale(english ? 'en' : 'zh-cn'); }, [english]);
  const { token, ...rest } = dark ? DARK : LIGHT;
  const theme = { ...rest, token: { ...token, motion: !still } };
  useLayoutEffect(() => { document.documentElement.dataset.look = dark ? 'dark' : 'light'; }, [dark]);
  return (
    <ConfigProvider locale={english ? enUS : zhCN} button={{ autoInsertSpace: false }} getPopupContainer={around} theme={theme}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
