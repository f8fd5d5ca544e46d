// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/coupon_codes.h"

#include <utility>
#include <vector>

#include "liquid/value.h"

namespace heliograph::message {

struct CouponCodes::State {
  liquid::ValueStore store;
  liquid::Value value;
};

CouponCodes::CouponCodes(const CodesByPool& codes) : m_state(std::make_unique<State>()) {
  std::vector<std::pair<std::string, liquid::Value>> entries;
  entries.reserve(codes.size());
  for (const auto& [pool, code] : codes) {
    entries.emplace_back(pool.toStdString(), m_state->store.string(code.toStdString()));
  }
  m_state->value = m_state->store.hash(std::move(entries));
}

CouponCodes::~CouponCodes() = default;
CouponCodes::CouponCodes(CouponCodes&&) noexcept = default;
CouponCodes& CouponCodes::operator=(CouponCodes&&) noexcept = default;

const liquid::Value* CouponCodes::value() const {
  return &m_state->value;
}

QString sampleOfCode(const QString& code) {
  QString sample = code;
  for (QChar& c : sample) {
    if (c >= u'0' && c <= u'9') {
      c = u'0';
    } else if (c >= u'A' && c <= u'Z') {
      c = u'X';
    } else if (c >= u'a' && c <= u'z') {
      c = u'x';
    }
  }
  return sample;
}

}  // namespace heliograph::message
