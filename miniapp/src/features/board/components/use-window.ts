/** In a mini-program all rows are drawn. */
export const useWindow = (_count: number) => ({
  on: {} as object,
  shown: { from: 0, to: Infinity },
})
