import { App } from 'antd';
import { useTranslation } from 'react-i18next';

/**
 * How a dialog or drawer with a form is left. Escape is hit in passing, to close a list or to leave an input method: what was typed is not lost by it
 * without a question. The buttons that say so close at once. A click beside the form must not close it at all (`mask={{ closable: false }}`).
 */
export function useLeave(isBegun: () => boolean, onClose: () => void) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  return (event: object) => {
    if ('key' in event && isBegun()) void modal.confirm({ title: t('action.leaveAsk'), okText: t('action.leave'), cancelText: t('action.goOn'), onOk: onClose });
    else onClose();
  };
}
