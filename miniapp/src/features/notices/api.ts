import { listNotices, readNotice, readNotices } from '@linli/contracts/notices'
import { usePages } from '../../shared/use-answer'
import { useWrite } from '../../shared/use-write'

export const useNotices = () => usePages(listNotices, (cursor) => ({ query: { cursor } }), true)
export const useReadNotice = () => useWrite(readNotice)
export const useReadNotices = () => useWrite(readNotices)
