import { Grid } from 'antd';

/** There is room for tables and a menu beside the page; otherwise it is a phone. */
export const useWide = (): boolean => Grid.useBreakpoint().md ?? window.innerWidth >= 768;
