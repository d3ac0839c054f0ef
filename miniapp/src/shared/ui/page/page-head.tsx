import type { ReactNode } from 'react'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { useCommunity } from '../../app-state/community'
import type { Tab } from '../../navigation/pages'
import { Box } from '../base/box'
import { CallButton } from '../call-button'
import { frameText } from '../../words/frame-text'

export interface HeadProps {
  title: string
  head?: ReactNode
  tab: Tab | undefined
  beside?: ReactNode
  phone: string | null | undefined
}

/**
 * WeChat draws title and back above this row; the row keeps 电话找人 in its corner and says whose number that is, where
 * it is the person's own community's.
 */
export function PageHead({ title, head, beside, phone }: HeadProps) {
  const community = useCommunity()
  const own = phone === undefined || phone === null
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  return (
    <Box as="header" className={`page__head ${beside === undefined ? '' : 'page__head--beside'}`}>
      <Box className="page__title">{head ?? (own ? (community?.name ?? '') : frameText.hereCall)}</Box>
      {beside}
      <CallButton phone={phone} />
    </Box>
  )
}
