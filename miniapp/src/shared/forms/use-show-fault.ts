import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** After a refusal that names fields the page moves to the first of them. */
export function useShowFault(problem: unknown) {
  useEffect(() => {
    if (problem === null || problem === undefined) return
    // The fault is on the screen only once what was drawn has been handed over.
    Taro.nextTick(() => {
      // Where no field is named there is nothing to go to.
      void Taro.pageScrollTo({ selector: '.faulty', duration: 0 }).catch(() => undefined)
    })
  }, [problem])
}
