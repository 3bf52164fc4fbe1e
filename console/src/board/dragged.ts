/** Under which name a visit is drawn from the list onto the board. */
export const DRAGGED = 'application/x-gongdan-visit';
