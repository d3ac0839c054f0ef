/** 2026年10月 @param month e.g. 2026-10 */
export const monthWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
