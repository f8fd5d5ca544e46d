// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "phone/number_plan.h"

#include <phonenumbers/phonemetadata.pb.h>

#include <bit>

namespace heliograph::phone {
namespace {

using Desc = i18n::phonenumbers::PhoneNumberDesc;
using Marks = DigitAutomaton::Marks;

/// The patterns of a region; each is a bit of the automaton's marks.
enum Pattern : unsigned {
  General,
  FixedLine,
  MobileLine,
  FirstOther,  ///< all kinds that are told before land lines and mobile ones
  Leading = FirstOther + 8,
  Trunk,
  Abroad,
  PatternCount
};

constexpr Marks mark(Pattern pattern) {
  return static_cast<Marks>(1U << pattern);
}

constexpr Marks otherMarks = static_cast<Marks>(mark(Leading) - mark(FirstOther));

std::array<const Desc*, Leading> kindsOf(const i18n::phonenumbers::PhoneMetadata& metadata) {
  return {&metadata.general_desc(), &metadata.fixed_line(),  &metadata.mobile(),   &metadata.premium_rate(),
          &metadata.toll_free(),    &metadata.shared_cost(), &metadata.voip(),     &metadata.personal_number(),
          &metadata.pager(),        &metadata.uan(),         &metadata.voicemail()};
}

template <class Lengths>
std::uint32_t lengthBits(const Lengths& lengths) {
  std::uint32_t bits = 0;
  for (const int length : lengths) {
    // -1 stands for none.
    if (length >= 0 && length < 32) bits |= 1U << length;
  }
  return bits;
}

bool has(std::uint32_t bits, std::size_t length) {
  return length < 32 && (bits >> length & 1U) != 0;
}

}  // namespace

std::unique_ptr<const NumberPlan> NumberPlan::from(const i18n::phonenumbers::PhoneMetadata& metadata) {
  const auto kinds = kindsOf(metadata);
  std::array<std::string_view, PatternCount> patterns;
  for (std::size_t i = 0; i < kinds.size(); ++i) patterns[i] = kinds[i]->national_number_pattern();
  patterns[Leading] = metadata.leading_digits();
  patterns[Trunk] = metadata.national_prefix_for_parsing();
  patterns[Abroad] = metadata.international_prefix();
  auto automaton = DigitAutomaton::compile(patterns);
  if (!automaton) return nullptr;

  std::unique_ptr<NumberPlan> plan(new NumberPlan(std::move(*automaton)));
  plan->m_region = metadata.id();
  plan->m_callingCode = metadata.country_code();
  plan->m_hasLeadingDigits = metadata.has_leading_digits();
  plan->m_sameForMobile = metadata.same_mobile_and_fixed_line_pattern();
  plan->m_plainTrunk =
      metadata.national_prefix_transform_rule().empty() && patterns[Trunk].find('$') == std::string::npos;
  plan->m_lengths = lengthBits(metadata.general_desc().possible_length());
  plan->m_localLengths = lengthBits(metadata.general_desc().possible_length_local_only());
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const bool any = kinds[i]->possible_length_size() == 0;
    const std::uint32_t lengths = lengthBits(kinds[i]->possible_length());
    for (std::size_t length = 0; length <= mostDigits; ++length) {
      if (any || has(lengths, length)) plan->m_marksOfLength[length] |= mark(static_cast<Pattern>(i));
    }
  }
  return plan;
}

NumberPlan::Look NumberPlan::look(std::string_view digits) const {
  Look look;
  DigitAutomaton::State state = m_automaton.start();
  for (std::size_t at = 0;; ++at) {
    const Marks marks = m_automaton.marks(state);
    look.leading |= static_cast<std::uint32_t>((marks & mark(Leading)) != 0) << at;
    look.trunk |= static_cast<std::uint32_t>((marks & mark(Trunk)) != 0) << at;
    look.abroad |= static_cast<std::uint32_t>((marks & mark(Abroad)) != 0) << at;
    if (at == digits.size()) {
      look.whole = marks;
      return look;
    }
    if (at == mostDigits || state == DigitAutomaton::nowhere) return look;
    state = m_automaton.next(state, digits[at]);
  }
}

NumberLength NumberPlan::lengthOf(std::string_view national) const {
  const std::size_t length = national.size();
  if (has(m_localLengths, length)) return NumberLength::LocalOnly;
  if (has(m_lengths, length)) return NumberLength::Fits;
  if (m_lengths == 0) return NumberLength::Unusual;
  if (length < static_cast<std::size_t>(std::countr_zero(m_lengths))) return NumberLength::TooShort;
  return length >= static_cast<std::size_t>(std::bit_width(m_lengths)) ? NumberLength::TooLong : NumberLength::Unusual;
}

NumberUse NumberPlan::useOf(std::string_view national) const {
  if (national.size() > mostDigits) return NumberUse::None;
  const Marks marks = look(national).whole & m_marksOfLength[national.size()];
  const bool fixed = (marks & mark(FixedLine)) != 0;
  const bool mobile = (marks & mark(MobileLine)) != 0;
  if ((marks & mark(General)) == 0) return NumberUse::None;
  if ((marks & otherMarks) != 0) return NumberUse::Other;
  if (fixed) return mobile || m_sameForMobile ? NumberUse::Mobile : NumberUse::Other;
  return mobile && !m_sameForMobile ? NumberUse::Mobile : NumberUse::None;
}

bool NumberPlan::isLike(std::string_view national) const {
  return (look(national).whole & mark(General)) != 0;
}

bool NumberPlan::isLead(std::string_view national) const {
  return look(national).leading != 0;
}

std::optional<std::string_view> NumberPlan::withoutTrunk(std::string_view digits) const {
  const Look found = look(digits);
  // The prefix may be of no digits.
  if ((found.trunk & ~1U) == 0) return digits;
  if (!m_plainTrunk || !std::has_single_bit(found.trunk)) return std::nullopt;
  const std::string_view rest = digits.substr(static_cast<std::size_t>(std::countr_zero(found.trunk)));
  const bool breaksIt = (found.whole & mark(General)) != 0 && !isLike(rest);
  return breaksIt ? digits : rest;
}

std::optional<std::string_view> NumberPlan::withoutAbroad(std::string_view digits) const {
  const std::uint32_t lengths = look(digits).abroad;
  if (lengths == 0) return digits;
  if (!std::has_single_bit(lengths)) return std::nullopt;
  const std::string_view rest = digits.substr(static_cast<std::size_t>(std::countr_zero(lengths)));
  // No country code begins with a zero.
  return rest.starts_with('0') ? digits : rest;
}

}  // namespace heliograph::phone
