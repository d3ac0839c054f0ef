import { listNotices, readNotice, readNotices } from '@linli/contracts/notices'
import { usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export const useNotices = () => usePages(listNotices, (cursor) => ({ query: { cursor } }), true)
export const useReadNotice = () => useWrite(readNotice)
export const useReadNotices = () => useWrite(readNotices)
