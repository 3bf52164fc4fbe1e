import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { signIn } from './session';
import { Brand } from './ui/Brand';
import { LanguageSwitch } from './ui/LanguageSwitch';

export function Landing() {
  const { t } = useTranslation();
  return (
    <div className="landing" data-testid="landing">
      <header className="bar"><Brand /><span className="spread" /><LanguageSwitch /></header>
      <main>
        <h1>{t('app.slogan')}</h1>
        <p className="lead">{t('app.about')}</p>
        <ul>
          {['point1', 'point2', 'point3'].map(point => <li key={point}><CheckCircleOutlined aria-hidden /> {t(`signIn.${point}`)}</li>)}
        </ul>
        <Button type="primary" size="large" onClick={signIn} data-testid="sign-in">{t('signIn.button')}</Button>
      </main>
    </div>
  );
}
