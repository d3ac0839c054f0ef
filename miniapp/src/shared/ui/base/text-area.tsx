import { Textarea } from '@tarojs/components'
import type { TextInputProps } from './props'

export function TextArea({ id, value, onInput, label, placeholder, maxLength, faulty }: TextInputProps) {
  return (
    <Textarea
      id={id}
      className={`input input--tall ${faulty === true ? 'input--faulty' : ''}`}
      value={value}
      placeholder={placeholder ?? ''}
      placeholderClass="input__placeholder"
      maxlength={maxLength ?? 300}
      autoHeight
      aria-label={label}
      onInput={(e) => onInput(e.detail.value)}
    />
  )
}
