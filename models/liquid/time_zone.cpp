// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/time_zone.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <shared_mutex>

#include "liquid/posix_zone_rule.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

constexpr std::size_t longestName = 64;
constexpr std::size_t headerSize = 44;

/// The numbers in the head of a TZif block, in their order.
struct Counts {
  std::size_t utcMarks = 0;
  std::size_t standardMarks = 0;
  std::size_t leapSeconds = 0;
  std::size_t moments = 0;
  std::size_t kinds = 0;
  std::size_t letters = 0;

  std::size_t bytes(std::size_t timeSize) const {
    return moments * (timeSize + 1) + kinds * 6 + letters + leapSeconds * (timeSize + 4) + standardMarks + utcMarks;
  }
};

std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

bool readCounts(std::string_view bytes, Counts& counts) {
  if (bytes.size() < headerSize || bytes.substr(0, 4) != "TZif") {
    return false;
  }
  std::size_t at = 20;
  for (std::size_t* count : {&counts.utcMarks, &counts.standardMarks, &counts.leapSeconds, &counts.moments,
                             &counts.kinds, &counts.letters}) {
    *count = bigEndian(bytes, at, 4);
    at += 4;
  }
  return counts.kinds > 0;
}

/// Names are relative paths below the system's folder of zones; nothing may lead out of it.
bool isZoneName(std::string_view name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return isLetter(c) || isDigit(c) || c == '/' || c == '_' || c == '-' || c == '+';
  });
  return plain && !name.empty() && name.size() <= longestName && name.front() != '/' && name.back() != '/';
}

std::string zoneFolder() {
  const char* const set = std::getenv("TZDIR");
  return set != nullptr && *set != '\0' ? set : "/usr/share/zoneinfo";
}

/// The zones read so far. Only zones that exist come in, so it can't grow without end.
struct Loaded {
  std::shared_mutex mutex;
  std::map<std::string, std::shared_ptr<const TimeZone>, std::less<>> zones;
};

}  // namespace

std::shared_ptr<const TimeZone> TimeZone::load(std::string_view name) {
  static Loaded loaded;
  if (!isZoneName(name)) {
    return nullptr;
  }
  {
    const std::shared_lock lock(loaded.mutex);
    const auto known = loaded.zones.find(name);
    if (known != loaded.zones.end()) {
      return known->second;
    }
  }
  const std::filesystem::path path = zoneFolder() + '/' + std::string(name);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return nullptr;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto zone = std::make_shared<TimeZone>();
  if (!zone->read(bytes)) {
    return nullptr;
  }
  const std::unique_lock lock(loaded.mutex);
  return loaded.zones.emplace(name, zone).first->second;
}

// RFC 8536: a block with 32-bit times, and from version 2 on a second one with 64-bit times and a rule behind it.
bool TimeZone::read(std::string_view bytes) {
  Counts counts;
  if (!readCounts(bytes, counts)) {
    return false;
  }
  std::size_t timeSize = 4;
  if (bytes[4] >= '2' && counts.bytes(4) <= bytes.size() - headerSize) {
    bytes.remove_prefix(headerSize + counts.bytes(4));
    timeSize = 8;
    if (!readCounts(bytes, counts)) {
      return false;
    }
  }
  bytes.remove_prefix(headerSize);
  if (counts.bytes(timeSize) > bytes.size()) {
    return false;
  }
  const std::size_t indices = counts.moments * timeSize;
  const std::size_t kinds = indices + counts.moments;
  for (std::size_t i = 0; i < counts.moments; ++i) {
    const std::uint64_t raw = bigEndian(bytes, i * timeSize, timeSize);
    m_moments.push_back(timeSize == 8 ? static_cast<std::int64_t>(raw) : static_cast<std::int32_t>(raw));
    m_indices.push_back(static_cast<std::uint8_t>(bytes[indices + i]));
  }
  for (std::size_t i = 0; i < counts.kinds; ++i) {
    const std::size_t at = kinds + i * 6;
    m_kinds.push_back({static_cast<std::int32_t>(bigEndian(bytes, at, 4)), bigEndian(bytes, at + 5, 1)});
  }
  m_abbreviations = bytes.substr(kinds + counts.kinds * 6, counts.letters);
  const std::string_view rest = bytes.substr(counts.bytes(timeSize));
  const std::size_t end = rest.size() > 1 ? rest.find('\n', 1) : std::string_view::npos;
  m_footer = timeSize == 8 && end != std::string_view::npos ? rest.substr(1, end - 1) : std::string_view{};
  return std::all_of(m_indices.begin(), m_indices.end(), [&](std::uint8_t index) { return index < m_kinds.size(); });
}

ZoneOffset TimeZone::kindOffset(const Kind& kind) const {
  if (kind.abbreviation >= m_abbreviations.size()) {
    return {kind.offset, {}};
  }
  return {kind.offset, std::string_view(m_abbreviations.c_str() + kind.abbreviation)};
}

ZoneOffset TimeZone::at(std::int64_t utcSeconds) const {
  const auto next = std::upper_bound(m_moments.begin(), m_moments.end(), utcSeconds);
  if (next == m_moments.end() && !m_footer.empty()) {
    return offsetByRule(m_footer, utcSeconds);
  }
  if (next == m_moments.begin()) {
    return kindOffset(m_kinds.front());
  }
  return kindOffset(m_kinds[m_indices[static_cast<std::size_t>(next - m_moments.begin()) - 1]]);
}

}  // namespace heliograph::liquid
