// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/everybody_count.h"

#include <bit>
#include <limits>

#include "delivery/outbox/reason_text.h"

namespace heliograph::delivery {
namespace {

constexpr std::size_t kPeopleBetweenCancels = 128;
constexpr std::size_t kNoBlock = std::numeric_limits<std::size_t>::max();

/// 0 … count-1 so that any beginning of it is spread over the whole (van der Corput).
std::vector<std::size_t> spreadOrder(std::size_t count) {
  std::vector<std::size_t> order;
  order.reserve(count);
  const std::size_t size = std::bit_ceil(count);
  const int bits = std::countr_zero(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::size_t mirrored = 0;
    for (int bit = 0; bit < bits; ++bit) mirrored |= ((i >> bit) & 1U) << (bits - 1 - bit);
    if (mirrored < count) order.push_back(mirrored);
  }
  return order;
}

}  // namespace

EverybodyCount::EverybodyCount(const AudienceSnapshot& people, const QualificationInput& input, const CostRates& rates,
                               const MessageReads& reads, DrawingGround* found, const DrawingGround* known)
    : m_people(people),
      m_input(input),
      m_rates(rates),
      m_reads(reads),
      m_total(rates, reads),
      m_lots(input.campaign),
      m_found(found),
      m_known(known) {
  if (const auto blocks = people.blocks()) m_order = spreadOrder(*blocks);
}

std::size_t EverybodyCount::nextBlock() {
  const std::size_t turn = m_taken.fetch_add(1);
  if (m_order.empty()) return turn;
  return turn < m_order.size() ? m_order[turn] : kNoBlock;
}

void EverybodyCount::work(const CancelToken& cancel, const std::function<void()>& afterEach) {
  TextStages texts(m_input);
  BlockRow row(m_input.schema->slotCount());
  while (!cancel.isCancelled()) {
    const std::size_t index = nextBlock();
    if (index == kNoBlock) return;
    const auto block = m_people.block(index, cancel);
    if (!block) return;
    TextLedger ledger;
    ledger.reserve(block->size());
    Piece piece{CheckCounter(m_rates, m_reads, &ledger), {}, {}, nullptr};
    if (m_known && index < m_known->sendable.size()) piece.known = &m_known->sendable[index];
    if (!countBlock(*block, texts, row, piece, cancel)) return;
    keep(index, std::move(piece), std::move(ledger));
    if (afterEach) afterEach();
  }
}

bool EverybodyCount::countBlock(const AudienceBlock& block, TextStages& texts, BlockRow& row, Piece& piece,
                                const CancelToken& cancel) const {
  Qualified person;
  audience::ProfileRow leftOut;
  person.person = &leftOut;
  for (const AudienceBlock::LeftOut& one : block.leftOut()) {
    leftOut.id = one.person;
    person.reason = block.reasons()[one.reason].code;
    leftOut.country = block.reasons()[one.reason].country;
    piece.counter.add(person);
  }
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (i % kPeopleBetweenCancels == 0 && cancel.isCancelled()) return false;
    const ProfileId id = block.ids()[i];
    if (isLeftOutByLot(piece, i, id)) {
      leftOut.id = id;
      person = {&leftOut, reason::notDrawn, {}, {}};
    } else {
      block.read(i, row);
      person.person = &row.person();
      texts.judge(person);
    }
    piece.counter.add(person);
    if (!m_found) continue;
    piece.sendable.push_back(person.isSendable() || person.reason == reason::notDrawn);
    if (piece.sendable.back()) piece.lots.add(m_lots.of(id));
  }
  return true;
}

bool EverybodyCount::isLeftOutByLot(const Piece& piece, std::size_t place, ProfileId person) const {
  return piece.known && m_input.lastLot && (*piece.known)[place] && m_lots.of(person) > *m_input.lastLot;
}

void EverybodyCount::keep(std::size_t index, Piece&& piece, TextLedger&& ledger) {
  const std::lock_guard lock(m_mutex);
  m_total.add(piece.counter);
  if (m_found) {
    m_found->lots.add(piece.lots);
    if (m_found->sendable.size() <= index) m_found->sendable.resize(index + 1);
    m_found->sendable[index] = std::move(piece.sendable);
  }
  if (m_ledgers.size() <= index) m_ledgers.resize(index + 1);
  m_ledgers[index] = std::move(ledger);
}

void EverybodyCount::writeTo(CheckReport& report) const {
  const std::lock_guard lock(m_mutex);
  m_total.finish(report);
}

TextLedger EverybodyCount::takeLedger() {
  TextLedger all;
  std::size_t people = 0;
  for (const TextLedger& ledger : m_ledgers) people += ledger.entries().size();
  all.reserve(people);
  for (TextLedger& ledger : m_ledgers) all.append(std::exchange(ledger, {}));
  return all;
}

}  // namespace heliograph::delivery
