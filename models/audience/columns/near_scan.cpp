// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/columns/near_scan.h"

#include <array>
#include <cmath>
#include <unordered_map>

#include "audience/columns/event_scan.h"
#include "audience/columns/fixed_column.h"
#include "audience/rules/near_test.h"

namespace heliograph::audience {
namespace {

/// What the rows of one part say of where people live. A column that there isn't is nullptr.
class HomeColumns final {
 public:
  [[nodiscard]] static Result<HomeColumns> of(const ColumnPart& part, const HomeProperties& home) {
    HomeColumns columns;
    HELIOGRAPH_TRY(load(columns.m_latitude, part, home.latitude));
    HELIOGRAPH_TRY(load(columns.m_longitude, part, home.longitude));
    HELIOGRAPH_TRY(load(columns.m_texts[0], part, home.city));
    HELIOGRAPH_TRY(load(columns.m_texts[1], part, home.region));
    HELIOGRAPH_TRY(load(columns.m_texts[2], part, home.country));
    auto ofNumber = part.column(FixedColumn::country, PropertyType::Text);
    if (!ofNumber) return fail(ofNumber.error());
    columns.m_texts[3] = *ofNumber;
    return columns;
  }

  /// The coordinates of a row, if it has both and they can be.
  [[nodiscard]] std::optional<Home> coordinates(std::size_t row) const {
    const auto latitude = number(m_latitude, row);
    const auto longitude = number(m_longitude, row);
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180) return std::nullopt;
    return Home{*latitude, *longitude};
  }

  using Codes = std::array<std::uint32_t, 4>;
  [[nodiscard]] Codes codes(std::size_t row) const {
    Codes codes{};
    for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = code(m_texts[i], row);
    return codes;
  }
  /// The codes in one number: a part has no more texts than people.
  [[nodiscard]] static std::uint64_t packed(const Codes& codes) {
    return codes[0] | std::uint64_t{codes[1]} << 17 | std::uint64_t{codes[2]} << 34 | std::uint64_t{codes[3]} << 51;
  }
  /// False if there are so many countries that packed() can't tell them apart.
  [[nodiscard]] bool canBePacked() const { return m_texts[3]->texts.size() < 1U << 13; }
  /// City, region and country of such codes.
  [[nodiscard]] HomeFields fields(const Codes& codes) const {
    const bool ownCountry = codes[2] != 0;
    return {std::nullopt, std::nullopt, text(0, codes[0]), text(1, codes[1]),
            ownCountry ? text(2, codes[2]) : text(3, codes[3])};
  }

 private:
  [[nodiscard]] static Result<> load(const Column*& into, const ColumnPart& part, const Property* property) {
    if (property == nullptr) return {};
    auto column = part.column(property->id.value, property->type);
    if (!column) return fail(column.error());
    if ((*column)->isStrange) return leftToStatement();
    into = *column;
    return {};
  }
  [[nodiscard]] static std::optional<double> number(const Column* column, std::size_t row) {
    if (column == nullptr || column->isEmpty || (column->present[row / 64] >> (row % 64) & 1) == 0) return std::nullopt;
    return column->numbers[row];
  }
  [[nodiscard]] static std::uint32_t code(const Column* column, std::size_t row) {
    std::uint32_t code = 0;
    if (column != nullptr && !column->isEmpty) column->withCodes([&](auto codes) { code = codes[row]; });
    return code;
  }
  [[nodiscard]] QString text(std::size_t column, std::uint32_t code) const {
    if (code == 0) return {};
    const std::string_view text = m_texts[column]->texts.at(code - 1);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  }

  const Column* m_latitude = nullptr;
  const Column* m_longitude = nullptr;
  std::array<const Column*, 4> m_texts{};  ///< city, region, country, the number's country
};

}  // namespace

Result<PeopleBits> NearScan::run(const NearRule& rule) const {
  const HomeProperties home = homeProperties(m_properties);
  if (!home.any() || rule.places.empty() || !(rule.radius > 0)) return leftToStatement();
  const NearTest test(rule);
  PeopleBits people(m_snapshot.limit());
  for (std::size_t i = 0; i < m_snapshot.people().size(); ++i) {
    if (m_cancel.isCancelled()) return fail(ErrorCode::Cancelled, QStringLiteral("Cancelled."));
    const ColumnPart& part = *m_snapshot.people()[i];
    const auto columns = HomeColumns::of(part, home);
    if (!columns) return fail(columns.error());
    if (!columns->canBePacked()) return leftToStatement();
    std::unordered_map<std::uint64_t, bool> known;
    for (std::size_t row = 0; row < part.rows(); ++row) {
      bool near = false;
      if (const auto point = columns->coordinates(row)) {
        near = test.holds(*point);
      } else {
        const auto codes = columns->codes(row);
        const auto [place, isNew] = known.try_emplace(HomeColumns::packed(codes), false);
        if (isNew) place->second = test.holds(columns->fields(codes));
        near = place->second;
      }
      if (near) people.add(i * static_cast<std::size_t>(kPeopleOfPart) + row);
    }
  }
  return people;
}

}  // namespace heliograph::audience
