import type { deskLine } from '@linli/contracts/line'
import type { Reply } from '../../shared/http/request'

export type Line = Reply<typeof deskLine>
export type InLine = Line['entries'][number]
