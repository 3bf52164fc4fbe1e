import { theme, type ThemeConfig } from 'antd';

const layout = { headerBg: 'var(--surface)', lightSiderBg: 'var(--surface)', bodyBg: 'var(--soft)', headerHeight: 56, headerPadding: '0 16px' };
const both = { borderRadius: 6, fontFamily: 'inherit' };

/** antd keeps each of these colours under two names, which are one variable of CSS. */
const tagTexts = (colours: Record<string, string>): ThemeConfig['token'] =>
  Object.fromEntries(Object.entries(colours).flatMap(([name, colour]) => [[`${name}7`, colour], [`${name}-7`, colour]]));

/*
 * Texts are darker than antd's, in the dark look lighter, where they would have less contrast than 4.5 to 1 (WCAG 1.4.3): those of tags,
 * hints, placeholders and errors. The journeys measure them.
 */
export const LIGHT: ThemeConfig = {
  token: {
    ...both, colorPrimary: '#0f4c81', colorLink: '#0f4c81', colorLinkHover: '#2a6aa5', colorLinkActive: '#0b3a63', colorError: '#cf1322', colorTextDescription: '#5b6876', colorTextPlaceholder: '#616e7c', controlItemBgActive: '#e3edf7', controlItemBgActiveHover: '#d5e4f3',
    ...tagTexts({ orange: '#ad4e00', gold: '#874d00', volcano: '#ad2102', lime: '#3f6600', green: '#237804', cyan: '#006d75' }),
  },
  components: { Layout: layout },
};

const SKY = '#79b8f3';
export const DARK: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...both, colorPrimary: '#2f7fc4', colorLink: SKY, colorLinkHover: '#a5d0f9', colorLinkActive: '#65a9f3', colorError: '#ff7875', colorTextDescription: '#a3adb8', colorTextPlaceholder: '#8f9aa6',
    colorBgLayout: '#0d1117', colorBgContainer: '#161b22', colorBgElevated: '#1f262e',
    ...tagTexts({ geekblue: '#8ea8f5', blue: '#65a9f3', purple: '#ab7ae0', red: '#f37370', magenta: '#f08bb4' }),
  },
  components: {
    // Under the mouse a button of the first rank gets lighter: not so much that its white text is lost.
    Button: { colorPrimaryHover: '#3579b6', defaultHoverColor: SKY, defaultHoverBorderColor: SKY },
    // White numbers stand on it, and errors are a lighter red here.
    Badge: { colorError: '#cf1322', colorErrorHover: '#cf1322' },
    Layout: layout, Menu: { itemSelectedColor: SKY }, Radio: { colorPrimary: SKY }, Tabs: { itemSelectedColor: SKY },
  },
};
