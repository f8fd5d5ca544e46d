// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/coupon_intake.h"

#include <QElapsedTimer>
#include <QStringDecoder>

#include "storage/native_connection.h"

namespace heliograph::library {
namespace {

using storage::NativeConnection;
using storage::NativeStatement;

/// Codes a commit: others, who send, wait for the lock meanwhile.
constexpr qint64 kCodesACommit = 50'000;

std::string_view withoutBlanks(std::string_view code) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  const auto first = code.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return code.substr(first, code.find_last_not_of(kBlanks) - first + 1);
}

bool isUsableCode(std::string_view code) {
  if (code.size() > static_cast<std::size_t>(CouponRepository::longestCode)) return false;
  for (const char c : code) {
    if (static_cast<unsigned char>(c) < 0x20) return false;
  }
  QStringDecoder decoder(QStringDecoder::Utf8);
  (void)QString(decoder(QByteArrayView(code.data(), static_cast<qsizetype>(code.size()))));
  return !decoder.hasError();
}

/// One intake: the codes of a commit, then the next.
class Intake final {
 public:
  Intake(NativeConnection& connection, NativeStatement insert, qint64 now)
      : m_connection(connection), m_insert(std::move(insert)), m_now(now) {}

  [[nodiscard]] Result<> run(CouponPoolId pool, const CouponRepository::Codes& codes) {
    m_insert.bind(1, static_cast<std::int64_t>(pool.value));
    m_insert.bind(3, static_cast<std::int64_t>(m_now));
    for (bool more = true; more;) {
      HELIOGRAPH_TRY(m_connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
      auto chunk = takeChunk(codes);
      // What was read before the fault is good; it is kept and counted when the file is given again.
      if (auto noted = noteLongest(pool).and_then([this] { return m_connection.execute(QStringLiteral("COMMIT")); });
          !noted) {
        m_connection.rollback();
        return noted;
      }
      if (!chunk) return fail(chunk.error());
      more = *chunk;
    }
    return {};
  }
  [[nodiscard]] const CouponIntake& done() const { return m_done; }

 private:
  /// False at the end of the codes.
  Result<bool> takeChunk(const CouponRepository::Codes& codes) {
    for (qint64 i = 0; i < kCodesACommit; ++i) {
      auto code = codes();
      if (!code) return fail(code.error());
      if (!*code) return false;
      HELIOGRAPH_TRY(take(withoutBlanks(**code)));
    }
    return true;
  }

  Result<> take(std::string_view code) {
    ++m_done.read;
    if (code.empty() || !isUsableCode(code)) {
      ++(code.empty() ? m_done.blank : m_done.unusable);
      return {};
    }
    m_insert.bindText(2, code);
    HELIOGRAPH_TRY(m_insert.run());
    const bool added = m_connection.changes() == 1;
    ++(added ? m_done.added : m_done.duplicates);
    if (!added) return {};
    const QString text = QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
    if (text.size() > m_longest.size()) m_longest = text;
    return {};
  }

  [[nodiscard]] Result<> noteLongest(CouponPoolId pool) const {
    auto note = m_connection.prepare(
        QStringLiteral("UPDATE coupon_pool SET updated_at = ?1, longest = CASE WHEN length(?2) > length(longest) "
                       "THEN ?2 ELSE longest END WHERE id = ?3"));
    if (!note) return fail(note.error());
    const QByteArray longest = m_longest.toUtf8();
    note->bind(1, static_cast<std::int64_t>(m_now));
    note->bindText(2, {longest.constData(), static_cast<std::size_t>(longest.size())});
    note->bind(3, static_cast<std::int64_t>(pool.value));
    return note->run();
  }

  NativeConnection& m_connection;
  NativeStatement m_insert;
  qint64 m_now;
  QString m_longest;
  CouponIntake m_done;
};

}  // namespace

Result<CouponIntake> takeInCodes(const storage::Database& database, const Clock& clock, CouponPoolId pool,
                                 const CouponRepository::Codes& codes) {
  QElapsedTimer timer;
  timer.start();
  auto connection = NativeConnection::open(database, NativeConnection::Mode::Write);
  if (!connection) return fail(connection.error());
  auto insert = connection->prepare(
      QStringLiteral("INSERT INTO coupon (pool_id, code, updated_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"));
  if (!insert) return fail(insert.error());
  Intake intake(*connection, std::move(*insert), clock.now().toMSecsSinceEpoch());
  HELIOGRAPH_TRY(intake.run(pool, codes));
  CouponIntake done = intake.done();
  done.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
  return done;
}

}  // namespace heliograph::library
