// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "core/result.h"
#include "providers/prices/price.h"
#include "providers/provider.h"

namespace heliograph::delivery {

/// A line of a price file that can't be used.
struct PriceFileProblem {
  qint64 line = 0;  ///< as a spreadsheet counts, from 1
  QString text;     ///< what is wrong with it

  bool operator==(const PriceFileProblem&) const = default;
};

/// What a price file holds. With a problem nothing of it is to be stored.
struct PriceFile {
  std::vector<providers::Price> prices;  ///< normalised, each target once
  std::vector<PriceFileProblem> problems;

  /// The first problems, a line each, for a person; empty if there is none.
  [[nodiscard]] QString problemText() const;
};

/// Reads a CSV file with the columns provider, prefix, country, price, currency in any order; the header names them,
/// provider and one of prefix and country may be left out. An empty provider is any. Errors: those of opening it;
/// InvalidInput when a column is missing or there is no line.
[[nodiscard]] Result<PriceFile> readPriceFile(const QString& path, const std::vector<providers::Provider>& providers);

/// The same form, UTF-8 with CRLF. Prices of providers that aren't given are left out.
[[nodiscard]] QByteArray priceCsv(const std::vector<providers::Price>& prices,
                                  const std::vector<providers::Provider>& providers);

}  // namespace heliograph::delivery
