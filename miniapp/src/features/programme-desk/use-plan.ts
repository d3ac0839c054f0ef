import type { Programme } from '@linli/contracts/programmes'
import { pages } from '../../shared/navigation/pages'
import { usePlanForm } from '../../shared/staff/use-plan-form'
import { useChange, useCreate } from './api'
import { editText } from './edit-text'
import { bodyOf, formOf, usualPlan } from './plan'
import { missingIn } from './plan-missing'

const programmePlan = {
  draft: 'draft.programme',
  usual: usualPlan,
  formOf,
  missingIn,
  useCreate,
  useChange,
  saved: editText.saved,
  page: pages.deskProgramme,
} as const

export const usePlan = (one: Programme | null, community: string) =>
  usePlanForm(programmePlan, one, {
    create: (form) => ({ body: { community, ...bodyOf(form) } }),
    change: (id, form) => ({ params: { id }, body: bodyOf(form) }),
  })

export type Plan = ReturnType<typeof usePlan>
