import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Theme and antd's own words in the chosen language. */
export function Look({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  useEffect(() => { dayjs.locale(english ? 'en' : 'zh-cn'); }, [english]);
  return (
    <ConfigProvider
      locale={english ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      theme={{ token: { colorPrimary: '#0f4c81', colorLink: '#0f4c81', borderRadius: 6, fontFamily: 'inherit' } }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
