import { Input, Picker, View } from '@tarojs/components'
import type { TextInputProps } from './props'

const types = { text: 'text', name: 'nickname', phone: 'number', code: 'number', search: 'text' } as const

export function TextInput({
  id,
  value,
  onInput,
  label,
  kind = 'text',
  placeholder,
  maxLength,
  faulty,
  onEnter,
}: TextInputProps) {
  const className = `input ${faulty === true ? 'input--faulty' : ''}`
  const shown = value === '' ? (placeholder ?? '') : value
  if (kind === 'date' || kind === 'time') {
    return (
      <Picker mode={kind} value={value} onChange={(e) => onInput(String(e.detail.value))}>
        <View
          className={`${className} input--picker ${value === '' ? 'input__placeholder' : ''}`}
          aria-role="button"
          aria-label={label}
        >
          {shown}
        </View>
      </Picker>
    )
  }
  return (
    <Input
      id={id}
      className={className}
      type={types[kind]}
      value={value}
      placeholder={placeholder ?? ''}
      placeholderClass="input__placeholder"
      maxlength={maxLength ?? 140}
      aria-label={label}
      onInput={(e) => onInput(e.detail.value)}
      onConfirm={() => onEnter?.()}
    />
  )
}
