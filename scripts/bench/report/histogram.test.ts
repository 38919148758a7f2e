import { describe, expect, it } from 'vitest'
import { Histogram } from './histogram.ts'

describe('a histogram', () => {
  it('gives percentiles to a tenth of a millisecond', () => {
    const histogram = new Histogram()
    for (let ms = 1; ms <= 100; ms++) histogram.add(ms)
    expect(histogram.percentile(0.5)).toBeCloseTo(50)
    expect(histogram.percentile(0.99)).toBeCloseTo(99)
    expect(histogram.percentile(1)).toBeCloseTo(100)
    expect(histogram.most).toBe(100)
  })

  it('of one value gives it for every share', () => {
    const histogram = new Histogram()
    histogram.add(3.21)
    expect(histogram.percentile(0.01)).toBeCloseTo(3.2)
    expect(histogram.percentile(0.99)).toBeCloseTo(3.2)
  })

  it('takes what took longer than a minute for a minute, and keeps the true maximum', () => {
    const histogram = new Histogram()
    histogram.add(90_000)
    expect(histogram.percentile(0.5)).toBeCloseTo(60_000)
    expect(histogram.most).toBe(90_000)
  })

  it('of nothing has no percentile', () => {
    expect(new Histogram().percentile(0.5)).toBeNaN()
  })
})
