/** A thing that is not there is looked for in its own list, by the browser's address as by the page's own. */
import { expect, test } from 'vitest'
import { listForPage } from '../../../miniapp/src/shared/navigation/list-for-page'
import { pages } from '../../../miniapp/src/shared/navigation/pages'
import { prettyPath } from '../../../miniapp/src/shared/navigation/pretty-path'

test.each([
  [pages.room('x'), '订场地'],
  [pages.closures('x'), '订场地'],
  [pages.child('x'), '我的孩子'],
  [pages.childDays('x'), '我的孩子'],
  [pages.programme('x'), '课后托管'],
  [pages.survey('x'), '满意度调查'],
  [pages.duties('x'), '托管管理'],
  [pages.task('x'), '志愿任务'],
  [pages.deskTask('x'), '志愿任务'],
  [pages.followUp('x'), '评价跟进'],
  [pages.deskCase('x'), '今天要办的'],
  [pages.case('x'), '办件'],
])('%s is one of %s', (page, word) => {
  expect([listForPage(page).word, listForPage(prettyPath(page)).word]).toEqual([word, word])
})
