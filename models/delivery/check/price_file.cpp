// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/price_file.h"

#include <QMap>
#include <QStringList>
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "audience/csv_reader.h"
#include "audience/csv_writer.h"

namespace heliograph::delivery {
namespace {

using providers::Price;
using providers::Provider;

enum Column : std::size_t { ProviderColumn, PrefixColumn, CountryColumn, PriceColumn, CurrencyColumn, ColumnCount };

constexpr std::array kColumnNames{QLatin1String("provider"), QLatin1String("prefix"), QLatin1String("country"),
                                  QLatin1String("price"), QLatin1String("currency")};
constexpr qsizetype kMostProblems = 10;

QString cell(const audience::CsvRecord& record, int position) {
  if (position < 0 || static_cast<std::size_t>(position) >= record.fields.size()) return {};
  const std::string_view field = record.fields[static_cast<std::size_t>(position)];
  return QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())).trimmed();
}

/// Reads the lines of one file.
class Lines final {
 public:
  Lines(const std::vector<Provider>& providers, char delimiter) : m_providers(providers), m_delimiter(delimiter) {
    m_positions.fill(-1);
  }

  [[nodiscard]] Result<> readHeader(const audience::CsvRecord& header) {
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
      const QString name = cell(header, static_cast<int>(i)).toLower();
      const auto known = std::find(kColumnNames.begin(), kColumnNames.end(), name);
      if (known != kColumnNames.end())
        m_positions[static_cast<std::size_t>(known - kColumnNames.begin())] = static_cast<int>(i);
    }
    const bool hasPlace = m_positions[PrefixColumn] >= 0 || m_positions[CountryColumn] >= 0;
    if (hasPlace && m_positions[PriceColumn] >= 0 && m_positions[CurrencyColumn] >= 0) return {};
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("The first line has to name the columns: provider, prefix, country, price, currency."));
  }

  void read(const audience::CsvRecord& record, PriceFile& into) {
    const auto price = record.damage == audience::CsvRecord::Damage::None
                           ? priceOf(record)
                           : fail(ErrorCode::InvalidInput, QStringLiteral("A quote isn't closed."));
    if (!price) {
      into.problems.push_back({record.row, price.error().message});
      return;
    }
    const auto [seen, isNew] = m_lines.try_emplace(price->target(), record.row);
    if (!isNew) {
      into.problems.push_back(
          {record.row, QStringLiteral("This is for the same numbers as line %1.").arg(seen->second)});
      return;
    }
    into.prices.push_back(*price);
  }

 private:
  using Target = std::tuple<ProviderId, QString, QString>;

  [[nodiscard]] Result<Price> priceOf(const audience::CsvRecord& record) const {
    const auto text = [&](Column column) { return cell(record, m_positions[column]); };
    const auto provider = providerOf(text(ProviderColumn));
    if (!provider) return fail(provider.error());
    QString amount = text(PriceColumn);
    // Where the comma doesn't part the cells it is what others write as a point.
    if (m_delimiter != ',' && !amount.contains(u'.')) amount.replace(u',', u'.');
    const auto money = Money::parse(amount, text(CurrencyColumn));
    if (!money) return fail(money.error());
    return providers::normalised({*provider, text(PrefixColumn), text(CountryColumn), *money});
  }

  [[nodiscard]] Result<ProviderId> providerOf(const QString& name) const {
    if (name.isEmpty()) return ProviderId{};
    const auto found =
        std::find_if(m_providers.begin(), m_providers.end(), [&](const Provider& each) { return each.name == name; });
    if (found != m_providers.end()) return found->id;
    return fail(ErrorCode::NotFound, QStringLiteral("There is no provider “%1”.").arg(name.left(60)));
  }

  const std::vector<Provider>& m_providers;
  char m_delimiter;
  std::array<int, ColumnCount> m_positions{};
  std::map<Target, qint64> m_lines;
};

}  // namespace

QString PriceFile::problemText() const {
  QStringList lines;
  for (const PriceFileProblem& problem : problems) {
    if (lines.size() == kMostProblems) break;
    lines << QStringLiteral("Line %1: %2").arg(problem.line).arg(problem.text);
  }
  const auto others = static_cast<qsizetype>(problems.size()) - lines.size();
  if (others > 0) lines << QStringLiteral("And %1 more.").arg(others);
  return lines.join(u'\n');
}

Result<PriceFile> readPriceFile(const QString& path, const std::vector<Provider>& providers) {
  auto reader = audience::CsvReader::open(path);
  if (!reader) return fail(reader.error());
  Lines lines(providers, reader->delimiter());
  PriceFile file;
  for (bool isHeader = true;; isHeader = false) {
    const auto record = reader->next();
    if (!record) return fail(record.error());
    if (!*record) break;
    if (isHeader) {
      HELIOGRAPH_TRY(lines.readHeader(**record));
    } else {
      lines.read(**record, file);
    }
  }
  if (file.prices.empty() && file.problems.empty()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("There is no price in the file, only its first line."));
  }
  return file;
}

QByteArray priceCsv(const std::vector<Price>& prices, const std::vector<Provider>& providers) {
  QMap<qint64, QString> names{{0, {}}};
  for (const Provider& provider : providers) names[provider.id.value] = provider.name;
  QStringList header;
  for (const QLatin1String name : kColumnNames) header << name;
  QByteArray csv = audience::csvLine(header);
  for (const Price& price : prices) {
    const auto name = names.constFind(price.provider.value);
    if (name == names.constEnd()) continue;
    csv += audience::csvLine({*name, price.prefix, price.country, price.perPart.decimal(), price.perPart.currency});
  }
  return csv;
}

}  // namespace heliograph::delivery
