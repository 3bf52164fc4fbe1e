import { BulbOutlined, LogoutOutlined, TranslationOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { otherLanguage } from '../i18n';
import { LOOKS, useLook } from '../look';
import { isPortal, signOut, useMe } from '../session';
import { menuOf } from '../shell/menu';
import { useLanguageChoice } from '../ui/useLanguageChoice';
import { called, type FoundKind } from './finds';

/** Pages and commands of whoever is signed in. */
export function useLocalFinds(typed: string): FoundKind[] {
  const { i18n } = useTranslation();
  const who = useMe();
  const navigate = useNavigate();
  const { look, setLook } = useLook();
  const chooseLanguage = useLanguageChoice(true);
  const context = isPortal(who) ? 'portal' : undefined;
  const chinese = i18n.getFixedT('zh-CN');
  const english = i18n.getFixedT('en');
  const named = (key: string, inContext?: string) => {
    const [zh, en] = [chinese(key, { context: inContext }), english(key, { context: inContext })];
    return { title: i18n.language === 'en' ? en : zh, names: [zh, en] };
  };
  const pages = menuOf(who).map(page => ({ ...named(`page.${page.name}`, context), key: page.path, icon: page.icon, run: () => void navigate(page.path) }));
  const commands = [
    { ...named('command.language'), key: 'language', icon: <TranslationOutlined />, run: () => void chooseLanguage(otherLanguage()) },
    ...LOOKS.filter(each => each !== look).map(each => ({ ...named(`command.look_${each}`), key: `look-${each}`, icon: <BulbOutlined />, run: () => setLook(each) })),
    { ...named('nav.signOut'), key: 'sign-out', icon: <LogoutOutlined />, run: signOut },
  ];
  return [
    { kind: 'pages', finds: pages.filter(({ names }) => called(typed, names)) },
    { kind: 'commands', finds: commands.filter(({ names }) => called(typed, names)) },
  ];
}
