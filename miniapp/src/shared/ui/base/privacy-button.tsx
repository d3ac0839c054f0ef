import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'

interface Props {
  id: string
  className: string
  onAgree: () => void
  children: ReactNode
}

/** WeChat's own: only a tap on one of these counts as an agreement to its privacy notice. */
export const PrivacyButton = ({ id, className, onAgree, children }: Props) => (
  <Button
    id={id}
    className={className}
    openType="agreePrivacyAuthorization"
    onAgreePrivacyAuthorization={onAgree}
  >
    {children}
  </Button>
)
