export const packed = 'once';
