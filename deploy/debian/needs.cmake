# Read by CPack when it begins: which packages the programs need, as dpkg-shlibdeps finds it. CPack would find it too, after it
# has asked of what kind each of the hundreds of files of the screens is, which takes most of a minute.
set(around ${CPACK_PACKAGE_DIRECTORY}/needs)
file(WRITE ${around}/debian/control "Source: rostrum\n\nPackage: rostrum\nArchitecture: any\n") # which it reads
execute_process(COMMAND dpkg-shlibdeps -O ${CPACK_ROSTRUM_PROGRAMS} WORKING_DIRECTORY ${around}
                OUTPUT_VARIABLE needs OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "^shlibs:Depends=" "" needs "${needs}")
string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", ${needs}")
